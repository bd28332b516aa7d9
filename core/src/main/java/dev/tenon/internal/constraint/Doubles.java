package dev.tenon.internal.constraint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The floating-point numbers that hold: from one to another in the order of {@link Double#compare},
 * both included, in which -0.0 is below 0.0 and NaN above all.
 */
record Doubles(double low, double high) {

  private static final double BELOW_ALL = Double.NEGATIVE_INFINITY;
  private static final double ABOVE_ALL = Double.POSITIVE_INFINITY;

  boolean hold(double value) {
    return (low < value && value < high)
        || (Double.compare(low, value) <= 0 && Double.compare(value, high) <= 0);
  }

  static Doubles between(@Nullable Double low, @Nullable Double high) {
    return new Doubles(low == null ? BELOW_ALL : low, high == null ? ABOVE_ALL : high);
  }

  /** Those whose shortest decimal form is in the interval; infinities beyond a bound are not. */
  static Doubles written(@Nullable Bound lower, @Nullable Bound upper) {
    return new Doubles(
        lower == null ? BELOW_ALL : least(lower), upper == null ? ABOVE_ALL : greatest(upper));
  }

  private static double least(Bound lower) {
    double value = Math.max(lower.at().doubleValue(), -Double.MAX_VALUE);
    while (value != ABOVE_ALL && !lower.isAtMost(BigDecimal.valueOf(value))) {
      value = Math.nextUp(value);
    }
    if (value == ABOVE_ALL) {
      value = Double.MAX_VALUE;
      if (!lower.isAtMost(BigDecimal.valueOf(value))) {
        return ABOVE_ALL;
      }
    }
    while (value != -Double.MAX_VALUE && lower.isAtMost(BigDecimal.valueOf(Math.nextDown(value)))) {
      value = Math.nextDown(value);
    }
    return value == 0 ? -0.0 : value;
  }

  private static double greatest(Bound upper) {
    Bound mirrored = new Bound(upper.at().negate(), upper.inclusive());
    return -least(mirrored);
  }
}
