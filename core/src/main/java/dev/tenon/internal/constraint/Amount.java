package dev.tenon.internal.constraint;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What a constraint says of numbers. The values are never null. */
sealed interface Amount permits Interval, Digits {

  /** The whole numbers of at most 64 bits that it admits, whatever holds them. */
  Longs longs();

  boolean hasDouble(double value);

  boolean hasFloat(float value);

  boolean hasDecimal(BigDecimal value);

  boolean hasInteger(BigInteger value);

  /** A value whose static type tells no more than that it is a number. */
  boolean hasNumber(Number value);

  /** A number written as text; no number is never admitted. */
  default boolean hasText(CharSequence value) {
    String text = value.toString();
    int sign = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    if (isPlain(text, sign)) {
      return longs().hold(parse(text, sign));
    }
    BigDecimal number = decimal(text);
    return number != null && hasDecimal(number);
  }

  static boolean isWhole(Number value) {
    return value instanceof Byte
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Short;
  }

  private static @Nullable BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  /** Whether the text is a whole number that fits a long, so that no decimal need be made. */
  private static boolean isPlain(String text, int sign) {
    int digits = text.length() - sign;
    if (digits < 1 || digits > 18) {
      return false;
    }
    for (int i = sign; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each < '0' || each > '9') {
        return false;
      }
    }
    return true;
  }

  private static long parse(String text, int sign) {
    long value = 0;
    for (int i = sign; i < text.length(); i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return sign == 1 && text.charAt(0) == '-' ? -value : value;
  }
}
