package dev.tenon.ledger;

import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Speaks through the fluent API of SLF4J 2, which carries key-values beside the text. */
final class FluentVoice implements Voice {

  @Override
  public void say(boolean isError, String logger, String text, Map<String, Object> keys) {
    Level level = isError ? Level.ERROR : Level.WARN;
    LoggingEventBuilder event = LoggerFactory.getLogger(logger).atLevel(level);
    for (Map.Entry<String, Object> key : keys.entrySet()) {
      event = event.addKeyValue(key.getKey(), key.getValue());
    }
    event.log(text);
  }

  @Override
  public void say(String logger, String text, Throwable error) {
    LoggerFactory.getLogger(logger).error(text, error);
  }
}
