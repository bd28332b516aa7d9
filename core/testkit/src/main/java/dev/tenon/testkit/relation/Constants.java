package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of literals, as Java writes them. */
final class Constants {

  private static final Pattern NEW_NUMBER =
      Pattern.compile("new (?:java\\.math\\.)?Big(Decimal|Integer)\\(\"([^\"]+)\"\\)");

  private Constants() {}

  static @Nullable Object literal(Node node) {
    String text = node.text();
    try {
      return switch (node.type()) {
        case "null" -> null;
        case "boolean" -> Boolean.valueOf(text);
        case "char" -> unquoted(text).charAt(0);
        case "java.lang.String" -> unquoted(text);
        case "int" -> (int) whole(text);
        case "long" -> whole(text);
        case "float" -> Float.valueOf(text.replace("_", ""));
        case "double" -> Double.valueOf(text.replace("_", ""));
        default -> throw new UnknownValueException(text);
      };
    } catch (NumberFormatException odd) {
      throw new UnknownValueException(text);
    }
  }

  /** The number that a constructor call makes of a text. */
  static Object decimal(Node node) {
    Matcher made = NEW_NUMBER.matcher(node.text());
    if (!made.matches()) {
      throw new UnknownValueException(node.text());
    }
    try {
      return made.group(1).equals("Decimal")
          ? new BigDecimal(made.group(2))
          : new BigInteger(made.group(2));
    } catch (NumberFormatException odd) {
      throw new UnknownValueException(node.text());
    }
  }

  private static String unquoted(String text) {
    return text.startsWith("\"\"\"")
        ? text.substring(3, text.length() - 3).stripIndent().translateEscapes()
        : text.substring(1, text.length() - 1).translateEscapes();
  }

  private static long whole(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    if (digits.endsWith("l")) {
      digits = digits.substring(0, digits.length() - 1);
    }
    if (digits.startsWith("0b")) {
      return Long.parseUnsignedLong(digits.substring(2), 2);
    }
    return digits.length() > 1 && digits.startsWith("0")
        ? digits.startsWith("0x")
            ? Long.parseUnsignedLong(digits.substring(2), 16)
            : Long.parseUnsignedLong(digits, 8)
        : Long.parseUnsignedLong(digits);
  }
}
