package dev.tenon.testkit.domain;

import dev.tenon.testkit.domain.Trait.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What constraints of numbers demand. */
final class Ranges {

  private static final Map<String, Long> UNITS =
      Map.of(
          "days", 86_400_000_000_000L,
          "hours", 3_600_000_000_000L,
          "minutes", 60_000_000_000L,
          "seconds", 1_000_000_000L,
          "millis", 1_000_000L,
          "nanos", 1L);

  /** What is not finite is no number for the validator, which refuses to answer. */
  private static final BigDecimal FAR = new BigDecimal("1E30");

  private Ranges() {}

  /** A floating number is compared with the bound as a floating number, which may be another. */
  static Demand least(String origin, Class<?> type, long bound) {
    BigDecimal exact = BigDecimal.valueOf(bound);
    BigDecimal seen = seen(type, bound);
    return Demand.of(
        origin, Bounds.above(exact.max(seen), true), Bounds.below(exact.min(seen), false));
  }

  static Demand most(String origin, Class<?> type, long bound) {
    BigDecimal exact = BigDecimal.valueOf(bound);
    BigDecimal seen = seen(type, bound);
    return Demand.of(
        origin, Bounds.below(exact.min(seen), true), Bounds.above(exact.max(seen), false));
  }

  private static BigDecimal seen(Class<?> type, long bound) {
    Class<?> boxed = Types.boxed(type);
    if (boxed == Double.class || boxed == Number.class) {
      return new BigDecimal((double) bound);
    }
    return boxed == Float.class
        ? new BigDecimal((double) (float) bound)
        : BigDecimal.valueOf(bound);
  }

  /** Zero has one digit before the point. */
  static Demand digits(String origin, int integer, int fraction) {
    BigDecimal bound = BigDecimal.TEN.pow(integer);
    Bounds in =
        Bounds.of(Limits.number(new Interval(bound.negate(), false, bound, false)))
            .and(Bounds.of(Trait.of(Form.DECIMALS, Integer.toString(fraction))));
    if (integer == 0) {
      in = in.and(Bounds.of(Limits.except(List.of(BigDecimal.ZERO))));
    }
    List<Bounds> out = new ArrayList<>();
    out.add(Bounds.of(Limits.number(Interval.of(bound, FAR.max(bound)))));
    out.add(Bounds.of(Limits.number(Interval.of(FAR.max(bound).negate(), bound.negate()))));
    out.add(Bounds.of(Trait.of(Form.DECIMALS, Integer.toString(fraction)).not()));
    return Demand.of(origin, in, out.toArray(Bounds[]::new));
  }

  static BigDecimal nanos(Map<String, Object> attributes) {
    BigDecimal nanos = BigDecimal.ZERO;
    for (Map.Entry<String, Long> each : UNITS.entrySet()) {
      if (attributes.get(each.getKey()) instanceof Number number) {
        nanos =
            nanos.add(
                BigDecimal.valueOf(each.getValue())
                    .multiply(BigDecimal.valueOf(number.longValue())));
      }
    }
    return nanos;
  }
}
