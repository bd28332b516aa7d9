package dev.tenon.ledger;

import java.util.Map;
import org.slf4j.Logger;

/** Where the ledger's lines go. */
interface Voice {

  /** Says what was recorded, as an error or as a warning. */
  void say(boolean isError, String logger, String text, Map<String, Object> keys);

  /** Says that Tenon itself failed. */
  void say(String logger, String text, Throwable error);

  /**
   * The application's SLF4J: of version 2 with key-values, of an older one with them in the text.
   * Without any, the standard error stream.
   */
  static Voice ofSlf4j() {
    try {
      Logger.class.getMethod("atWarn");
      return new AudibleVoice(new FluentVoice());
    } catch (NoSuchMethodException older) {
      return new AudibleVoice(new PlainVoice());
    } catch (NoClassDefFoundError absent) {
      return new LoneVoice();
    }
  }
}
