package dev.tenon.testkit.relation;

import dev.tenon.testkit.domain.Interval;
import java.math.BigDecimal;

/** The numbers that a type has. */
final class Ranges {

  private Ranges() {}

  static Interval of(Class<?> type) {
    return switch (Arithmetic.boxed(type).getName()) {
      case "java.lang.Byte" -> Interval.of(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case "java.lang.Short" -> Interval.of(Short.MIN_VALUE, Short.MAX_VALUE);
      case "java.lang.Character" -> Interval.of(Character.MIN_VALUE, Character.MAX_VALUE);
      case "java.lang.Integer" -> Interval.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "java.lang.Long" -> Interval.of(Long.MIN_VALUE, Long.MAX_VALUE);
      case "java.lang.Float" ->
          Interval.of(new BigDecimal(-Float.MAX_VALUE), new BigDecimal(Float.MAX_VALUE));
      case "java.lang.Double" ->
          Interval.of(new BigDecimal(-Double.MAX_VALUE), new BigDecimal(Double.MAX_VALUE));
      default -> Interval.ALL;
    };
  }
}
