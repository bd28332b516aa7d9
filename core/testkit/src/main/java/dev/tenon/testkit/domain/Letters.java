package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.util.List;
import java.util.Locale;

/** Texts of characters plain and odd, of sizes by construction. */
final class Letters {

  /** Texts that programs forget. */
  static final List<String> ODD =
      List.of("", " ", "a", "\n", "\u0000", "'\"\\<&%", "\u00df\u0130", "\ud83d\ude00", "e\u0301");

  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final String RARE =
      " \t\n'\"\\<>&%$#@!?.,;:-_/()[]{}\u0000\u0001\u00a0\u00df\u00e9\u0130\u03a9\u0416\u05d0"
          + "\u0627\u2003\u200b\u202e\u3000\u65e5\uff11\ufeff\ufffd";
  private static final String BLANK = " \t\n\r";
  private static final String WIDE = "\ud83d\ude00";
  private static final int FEW = 8;

  private Letters() {}

  /**
   * A text of a length.
   *
   * @param isVisible whether something in it is surely no blank
   */
  static String text(int least, int most, boolean isVisible, Choices choices) {
    int low = isVisible ? Math.max(1, least) : least;
    Size size = Size.draw(low, most, choices);
    StringBuilder text = new StringBuilder();
    while (size.isMore(text.length())) {
      int begun = choices.begin();
      boolean isPlain = (isVisible && text.isEmpty()) || choices.next(5) != 4;
      if (isPlain) {
        text.append(PLAIN.charAt(choices.next(PLAIN.length())));
      } else {
        rare(text, most, choices);
      }
      choices.end(begun);
    }
    return text.toString();
  }

  private static void rare(StringBuilder text, int most, Choices choices) {
    boolean isRoom = most - text.length() >= WIDE.length();
    int chosen = choices.next(RARE.length() + (isRoom ? 1 : 0));
    text.append(chosen == RARE.length() ? WIDE : String.valueOf(RARE.charAt(chosen)));
  }

  /** A text of nothing but what is blank to everybody. */
  static String blank(int least, int most, Choices choices) {
    Size size = Size.draw(least, most, choices);
    StringBuilder text = new StringBuilder();
    while (size.isMore(text.length())) {
      text.append(BLANK.charAt(choices.next(BLANK.length())));
    }
    return text.toString();
  }

  /** Small letters alone. */
  static String small(int least, int most, Choices choices) {
    Size size = Size.draw(least, Math.min(most, least + FEW), choices);
    StringBuilder text = new StringBuilder();
    while (size.isMore(text.length())) {
      text.append(PLAIN.charAt(choices.next(26)));
    }
    return text.toString();
  }

  /** As it is written in Java, so that it can be read in a message. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each >= ' ' && each < 127 && each != '"' && each != '\\') {
        shown.append(each);
      } else {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
      }
    }
    return shown.append('"').toString();
  }
}
