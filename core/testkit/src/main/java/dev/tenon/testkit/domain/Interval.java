package dev.tenon.testkit.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The numbers between two bounds, which belong to it or not.
 *
 * <p>Immutable.
 *
 * @param low the lower bound; null for none
 * @param isLowInside whether the lower bound belongs to it
 * @param high the upper bound; null for none
 * @param isHighInside whether the upper bound belongs to it
 */
public record Interval(
    @Nullable BigDecimal low,
    boolean isLowInside,
    @Nullable BigDecimal high,
    boolean isHighInside) {

  /** All numbers. */
  public static final Interval ALL = new Interval(null, true, null, true);

  /** The numbers from one to another, both included; null for no bound. */
  public static Interval of(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    return new Interval(low, true, high, true);
  }

  /** The numbers from one to another, both included. */
  public static Interval of(long low, long high) {
    return of(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  /** Those in both. */
  public Interval and(Interval other) {
    BigDecimal lower = low;
    boolean lowerInside = isLowInside;
    if (lower == null || (other.low != null && other.low.compareTo(lower) > 0)) {
      lower = other.low;
      lowerInside = other.isLowInside;
    } else if (other.low != null && other.low.compareTo(lower) == 0) {
      lowerInside &= other.isLowInside;
    }
    BigDecimal upper = high;
    boolean upperInside = isHighInside;
    if (upper == null || (other.high != null && other.high.compareTo(upper) < 0)) {
      upper = other.high;
      upperInside = other.isHighInside;
    } else if (other.high != null && other.high.compareTo(upper) == 0) {
      upperInside &= other.isHighInside;
    }
    return new Interval(lower, lowerInside, upper, upperInside);
  }

  /** The whole numbers inside, as an interval with its bounds. */
  public Interval whole() {
    return new Interval(wholeLow(), true, wholeHigh(), true);
  }

  private @Nullable BigDecimal wholeLow() {
    if (low == null) {
      return null;
    }
    BigDecimal up = low.setScale(0, RoundingMode.CEILING);
    return !isLowInside && up.compareTo(low) == 0 ? up.add(BigDecimal.ONE) : up;
  }

  private @Nullable BigDecimal wholeHigh() {
    if (high == null) {
      return null;
    }
    BigDecimal down = high.setScale(0, RoundingMode.FLOOR);
    return !isHighInside && down.compareTo(high) == 0 ? down.subtract(BigDecimal.ONE) : down;
  }

  /** Whether there is no number in it. */
  public boolean isEmpty() {
    if (low == null || high == null) {
      return false;
    }
    int compared = low.compareTo(high);
    return compared > 0 || (compared == 0 && !(isLowInside && isHighInside));
  }

  /** Whether a number is in it. */
  public boolean contains(BigDecimal number) {
    return isAbove(number) && isBelow(number);
  }

  private boolean isAbove(BigDecimal number) {
    return low == null || number.compareTo(low) > (isLowInside ? -1 : 0);
  }

  private boolean isBelow(BigDecimal number) {
    return high == null || number.compareTo(high) < (isHighInside ? 1 : 0);
  }
}
