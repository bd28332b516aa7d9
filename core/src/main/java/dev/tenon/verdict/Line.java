package dev.tenon.verdict;

import java.util.HexFormat;

/** A text on one line and of bounded length: what would break a report is escaped. */
final class Line {

  private Line() {}

  /** At most so many characters of the text, and then how many of it were left out. */
  static String of(String text, int width) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), width) + 8);
    int taken = take(text, '\0', width, line);
    return marked(line, text.length() - taken);
  }

  /** The same between quotes, which are not counted. */
  static String quoted(String text, char quote, int width) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), width) + 10).append(quote);
    int taken = take(text, quote, width + 1, line);
    return marked(line.append(quote), text.length() - taken);
  }

  private static String marked(StringBuilder line, int left) {
    return left == 0 ? line.toString() : line.append("…(+").append(left).append(')').toString();
  }

  private static int take(String text, char quote, int end, StringBuilder line) {
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      String escaped = escaped(codePoint, quote);
      if (line.length() + escaped.length() > end) {
        return at;
      }
      line.append(escaped);
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static String escaped(int codePoint, char quote) {
    if (quote != '\0' && (codePoint == quote || codePoint == '\\')) {
      return "\\" + (char) codePoint;
    }
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isPlain(codePoint) ? Character.toString(codePoint) : unicode(codePoint);
    };
  }

  /** Format characters are not: they can turn the direction of what follows them in a report. */
  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static String unicode(int codePoint) {
    StringBuilder text = new StringBuilder(12);
    for (char unit : Character.toChars(codePoint)) {
      text.append("\\u").append(HexFormat.of().toHexDigits(unit));
    }
    return text.toString();
  }
}
