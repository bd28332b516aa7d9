package dev.tenon.ledger;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks through the API that SLF4J had before version 2: the key-values follow the text. */
final class PlainVoice implements Voice {

  @Override
  public void say(boolean isError, String name, String text, Map<String, Object> keys) {
    Logger logger = LoggerFactory.getLogger(name);
    if (isError) {
      logger.error("{} {}", text, keys);
    } else {
      logger.warn("{} {}", text, keys);
    }
  }

  @Override
  public void say(String logger, String text, Throwable error) {
    LoggerFactory.getLogger(logger).error(text, error);
  }
}
