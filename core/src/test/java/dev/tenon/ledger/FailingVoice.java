package dev.tenon.ledger;

import java.util.Map;

/** Fails whenever it is told to say something. */
final class FailingVoice implements Voice {

  private final Error failure;

  FailingVoice(Error failure) {
    this.failure = failure;
  }

  @Override
  public void say(boolean isError, String logger, String text, Map<String, Object> keys) {
    throw failure;
  }

  @Override
  public void say(String logger, String text, Throwable error) {
    throw failure;
  }
}
