package dev.tenon.testkit.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers of all types as decimals, as validators compare them. */
final class Numbers {

  private Numbers() {}

  /** The number; null for what is none, not finite or not a number. */
  static @Nullable BigDecimal exact(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
    }
    return value instanceof Number number ? BigDecimal.valueOf(number.longValue()) : null;
  }

  /** The same number in a type; null for a type of no numbers. */
  static @Nullable Object as(Class<?> type, BigDecimal number) {
    if (type == BigDecimal.class || type == Number.class) {
      return number;
    }
    if (type == double.class || type == Double.class) {
      return number.doubleValue();
    }
    if (type == float.class || type == Float.class) {
      return number.floatValue();
    }
    if (type == BigInteger.class) {
      return number.toBigInteger();
    }
    return integer(type, number);
  }

  private static @Nullable Object integer(Class<?> type, BigDecimal number) {
    if (type == long.class || type == Long.class) {
      return number.longValue();
    }
    if (type == int.class || type == Integer.class) {
      return number.intValue();
    }
    if (type == short.class || type == Short.class) {
      return number.shortValue();
    }
    return type == byte.class || type == Byte.class ? (Object) number.byteValue() : null;
  }

  static boolean isFloating(Class<?> type) {
    return type == double.class
        || type == Double.class
        || type == float.class
        || type == Float.class;
  }

  /** Places behind the point, as the constraint counts them: a decimal is not stripped. */
  static int decimals(Object value) {
    BigDecimal number = exact(value);
    if (number == null) {
      return Integer.MAX_VALUE;
    }
    BigDecimal counted =
        value instanceof BigDecimal
            ? number
            : new BigDecimal(value.toString()).stripTrailingZeros();
    return Math.max(0, counted.scale());
  }
}
