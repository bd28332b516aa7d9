package dev.tenon.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number as a clause writes it, its sign included.
 *
 * @param value the number
 * @param type its type: int, long, float or double
 */
record Numeral(Number value, String type) {

  /** The number that a node is; null for none. */
  static @Nullable Numeral of(Node node) {
    boolean negative = node.kind() == Node.Kind.UNARY && node.text().equals("-");
    boolean signed = negative || (node.kind() == Node.Kind.UNARY && node.text().equals("+"));
    Node literal = signed ? node.children().get(0) : node;
    if (literal.kind() != Node.Kind.LITERAL) {
      return null;
    }
    String digits = (negative ? "-" : "") + literal.text().replace("_", "");
    try {
      return switch (literal.type()) {
        case "int" -> new Numeral((int) whole(digits.toLowerCase(Locale.ROOT), true), "int");
        case "long" -> new Numeral(whole(digits.toLowerCase(Locale.ROOT), false), "long");
        case "float" -> new Numeral(Float.parseFloat(digits), "float");
        case "double" -> new Numeral(Double.parseDouble(digits), "double");
        default -> null;
      };
    } catch (NumberFormatException unknown) {
      return null;
    }
  }

  boolean isWhole() {
    return type.equals("int") || type.equals("long");
  }

  /** Octal, hexadecimal and binary digits are the bits of the number. */
  private static long whole(String text, boolean isInt) {
    boolean negative = text.startsWith("-");
    String unsigned = negative ? text.substring(1) : text;
    String digits =
        unsigned.endsWith("l") ? unsigned.substring(0, unsigned.length() - 1) : unsigned;
    int radix = radix(digits);
    if (radix == 10) {
      return Long.parseLong((negative ? "-" : "") + digits);
    }
    String bits = digits.substring(radix == 8 ? 1 : 2);
    long value =
        isInt ? Integer.parseUnsignedInt(bits, radix) : Long.parseUnsignedLong(bits, radix);
    return negative ? (isInt ? -(int) value : -value) : value;
  }

  private static int radix(String digits) {
    if (digits.startsWith("0x")) {
      return 16;
    }
    if (digits.startsWith("0b")) {
      return 2;
    }
    return digits.length() > 1 && digits.startsWith("0") ? 8 : 10;
  }
}
