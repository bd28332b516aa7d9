package dev.tenon.processor;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes Java source in ASCII, so that the user's file encoding does not matter. */
final class JavaText {

  private static final Pattern UNFIT = Pattern.compile("[^ -\\[\\]-~]");

  private JavaText() {}

  /** The text with its first letter as a capital. */
  static String title(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** The source with every character outside ASCII as a Unicode escape. */
  static String ascii(String source) {
    if (source.chars().allMatch(c -> c < 0x80)) {
      return source;
    }
    StringBuilder text = new StringBuilder(source.length() + 16);
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c < 0x80) {
        text.append(c);
      } else {
        text.append(escaped(c));
      }
    }
    return text.toString();
  }

  /** A string literal of the value. */
  static String literal(String value) {
    StringBuilder text = new StringBuilder(value.length() + 16).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append(String.format("\\%03o", (int) c));
          } else {
            text.append(c < 0x7f ? String.valueOf(c) : escaped(c));
          }
        }
      }
    }
    return text.append('"').toString();
  }

  /** An array initialiser of string literals. */
  static String literals(List<String> values) {
    return values.stream().map(JavaText::literal).collect(Collectors.joining(", ", "{", "}"));
  }

  /** An array initialiser of numbers. */
  static String numbers(List<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  /** What a line comment can hold of the value. */
  static String comment(String value) {
    return UNFIT.matcher(value).replaceAll("?");
  }

  private static String escaped(char c) {
    return String.format("\\u%04x", (int) c);
  }
}
