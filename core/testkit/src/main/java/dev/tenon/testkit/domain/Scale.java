package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.math.BigInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a type are counted: whole numbers, characters, dates.
 *
 * @param type the type
 * @param low the number of the first; null for none
 * @param high the number of the last; null for none
 * @param simplest the number of the simplest
 * @param at the value of a number; what else it has is chosen
 * @param position the number of a value
 */
record Scale(
    Class<?> type,
    @Nullable BigInteger low,
    @Nullable BigInteger high,
    BigInteger simplest,
    BiFunction<BigInteger, Choices, Object> at,
    Function<Object, BigInteger> position) {

  static Scale of(
      Class<?> type,
      long low,
      long high,
      long simplest,
      Function<Long, Object> at,
      Function<Object, Long> position) {
    return new Scale(
        type,
        BigInteger.valueOf(low),
        BigInteger.valueOf(high),
        BigInteger.valueOf(simplest),
        (number, choices) -> at.apply(number.longValueExact()),
        value -> BigInteger.valueOf(position.apply(value)));
  }

  /** Whole numbers; null for another type. */
  static @Nullable Scale number(Class<?> type) {
    if (type == long.class || type == Long.class) {
      return of(type, Long.MIN_VALUE, Long.MAX_VALUE, 0, each -> each, Scale::number);
    }
    if (type == int.class || type == Integer.class) {
      return of(type, Integer.MIN_VALUE, Integer.MAX_VALUE, 0, Long::intValue, Scale::number);
    }
    if (type == short.class || type == Short.class) {
      return of(type, Short.MIN_VALUE, Short.MAX_VALUE, 0, Long::shortValue, Scale::number);
    }
    if (type == byte.class || type == Byte.class) {
      return of(type, Byte.MIN_VALUE, Byte.MAX_VALUE, 0, Long::byteValue, Scale::number);
    }
    if (type == char.class || type == Character.class) {
      return of(
          type,
          Character.MIN_VALUE,
          Character.MAX_VALUE,
          'a',
          each -> (char) each.intValue(),
          value -> (long) (Character) value);
    }
    if (type == BigInteger.class) {
      return new Scale(
          type, null, null, BigInteger.ZERO, (each, choices) -> each, BigInteger.class::cast);
    }
    return null;
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
