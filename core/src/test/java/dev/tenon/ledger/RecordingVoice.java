package dev.tenon.ledger;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told to say. */
final class RecordingVoice implements Voice {

  final List<Line> lines = new CopyOnWriteArrayList<>();

  @Override
  public void say(boolean isError, String logger, String text, Map<String, Object> keys) {
    lines.add(new Line(isError, logger, text, keys));
  }

  @Override
  public void say(String logger, String text, Throwable error) {
    lines.add(new Line(true, logger, text, Map.of("error", error)));
  }

  record Line(boolean isError, String logger, String text, Map<String, Object> keys) {}
}
