package dev.tenon.internal.constraint;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a constraint admits, for each kind of number as the validator sees them: a bound
 * written as a whole number, a bound written as a decimal and a sign treat zeros, NaN and the
 * rounding of a float differently.
 *
 * @param longs the whole numbers
 * @param doubles the doubles
 * @param floats the floats, widened
 * @param others numbers of other classes, by their double value
 * @param lower the lower bound
 * @param upper the upper bound
 * @param exact whether a number known only as {@link Number} is still seen as what it is
 */
record Interval(
    Longs longs,
    Doubles doubles,
    Doubles floats,
    Doubles others,
    @Nullable Bound lower,
    @Nullable Bound upper,
    boolean exact)
    implements Amount {

  /** Bounds as {@code @Min} and {@code @Max} have them. */
  static Interval whole(@Nullable Long min, @Nullable Long max) {
    Bound lower = min == null ? null : new Bound(BigDecimal.valueOf(min), true);
    Bound upper = max == null ? null : new Bound(BigDecimal.valueOf(max), true);
    Doubles doubles =
        Doubles.between(
            min == null ? null : (double) (long) min, max == null ? null : (double) (long) max);
    Doubles floats =
        Doubles.between(
            min == null ? null : (double) (float) (long) min,
            max == null ? null : (double) (float) (long) max);
    Longs longs = Longs.between(lower, upper);
    return new Interval(longs, doubles, floats, doubles, lower, upper, true);
  }

  /** Bounds as {@code @DecimalMin} and {@code @DecimalMax} have them. */
  static Interval decimal(@Nullable Bound lower, @Nullable Bound upper) {
    Doubles doubles = Doubles.written(lower, upper);
    Longs longs = Longs.between(lower, upper);
    return new Interval(longs, doubles, doubles, doubles, lower, upper, true);
  }

  static Interval positive(boolean orZero) {
    Bound lower = new Bound(BigDecimal.ZERO, orZero);
    double low = orZero ? 0.0 : Double.MIN_VALUE;
    Doubles doubles = Doubles.between(low, null);
    // A number of another class is compared with zero without a look for NaN, which is above it.
    Doubles others = Doubles.between(low, Double.NaN);
    Longs longs = Longs.between(lower, null);
    return new Interval(longs, doubles, doubles, others, lower, null, false);
  }

  static Interval negative(boolean orZero) {
    Bound upper = new Bound(BigDecimal.ZERO, orZero);
    Doubles doubles = Doubles.between(null, orZero ? 0.0 : -0.0);
    Longs longs = Longs.between(null, upper);
    return new Interval(longs, doubles, doubles, doubles, null, upper, false);
  }

  @Override
  public boolean hasDouble(double value) {
    return doubles.hold(value);
  }

  @Override
  public boolean hasFloat(float value) {
    return floats.hold(value);
  }

  @Override
  public boolean hasDecimal(BigDecimal value) {
    return (lower == null || lower.isAtMost(value)) && (upper == null || upper.isAtLeast(value));
  }

  @Override
  public boolean hasInteger(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? longs.hold(value.longValue())
        : hasDecimal(new BigDecimal(value));
  }

  @Override
  public boolean hasNumber(Number value) {
    if (exact) {
      if (value instanceof Double number) {
        return doubles.hold(number);
      }
      if (value instanceof Float number) {
        return floats.hold(number);
      }
      if (value instanceof BigDecimal number) {
        return hasDecimal(number);
      }
      if (value instanceof BigInteger number) {
        return hasInteger(number);
      }
      if (Amount.isWhole(value)) {
        return longs.hold(value.longValue());
      }
    }
    return others.hold(value.doubleValue());
  }
}
