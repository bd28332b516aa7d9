package dev.tenon.ledger;

import java.util.Map;

/**
 * Says on the standard error stream what Tenon has to say of itself, where the application has no
 * SLF4J. Violations are thrown, or counted in the line at the end.
 */
final class LoneVoice implements Voice {

  @Override
  public void say(boolean isError, String logger, String text, Map<String, Object> keys) {
    if (logger.equals(Journal.OWN_LOGGER)) {
      System.err.println("tenon: " + text);
    }
  }

  @Override
  public void say(String logger, String text, Throwable error) {
    System.err.println("tenon: " + text + ": " + error);
  }
}
