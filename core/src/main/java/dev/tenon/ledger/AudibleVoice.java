package dev.tenon.ledger;

import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

/**
 * Says on the standard error stream what nobody would hear of: where SLF4J has no provider, what
 * Tenon has to say of itself. Violations are thrown, or counted in the line at the end.
 */
final class AudibleVoice implements Voice {

  private final Voice voice;

  AudibleVoice(Voice voice) {
    this.voice = voice;
  }

  @Override
  public void say(boolean isError, String logger, String text, Map<String, Object> keys) {
    voice.say(isError, logger, text, keys);
    if (logger.equals(Journal.OWN_LOGGER) && isSilent()) {
      System.err.println("tenon: " + text);
    }
  }

  @Override
  public void say(String logger, String text, Throwable error) {
    voice.say(logger, text, error);
    if (isSilent()) {
      System.err.println("tenon: " + text + ": " + error);
    }
  }

  /** Asked each time, and after the first line: a provider is found by then. */
  private static boolean isSilent() {
    return LoggerFactory.getILoggerFactory() instanceof NOPLoggerFactory;
  }
}
