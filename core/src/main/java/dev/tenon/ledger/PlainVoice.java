package dev.tenon.ledger;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks through the API that SLF4J had before version 2: the key-values follow the text. */
final class PlainVoice implements Voice {

  @Override
  public void say(boolean isError, String name, String text, Map<String, Object> keys) {
    Logger logger = LoggerFactory.getLogger(name);
    Object after = keys.isEmpty() ? "" : keys;
    if (isError) {
      logger.error("{} {}", text, after);
    } else {
      logger.warn("{} {}", text, after);
    }
  }

  @Override
  public void say(String logger, String text, Throwable error) {
    LoggerFactory.getLogger(logger).error(text, error);
  }
}
