package dev.tenon.internal.constraint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The whole numbers that hold: from one to another, both included; none when the first is above.
 */
record Longs(long low, long high) {

  static final Longs NONE = new Longs(1, 0);

  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  boolean hold(long value) {
    return low <= value && value <= high;
  }

  static Longs between(@Nullable Bound lower, @Nullable Bound upper) {
    long low = Long.MIN_VALUE;
    long high = Long.MAX_VALUE;
    if (lower != null && !lower.isBelow(LEAST)) {
      if (!lower.isAtMost(GREATEST)) {
        return NONE;
      }
      low =
          lower.inclusive()
              ? whole(lower.at(), RoundingMode.CEILING)
              : whole(lower.at(), RoundingMode.FLOOR) + 1;
    }
    if (upper != null && !upper.isAbove(GREATEST)) {
      if (!upper.isAtLeast(LEAST)) {
        return NONE;
      }
      high =
          upper.inclusive()
              ? whole(upper.at(), RoundingMode.FLOOR)
              : whole(upper.at(), RoundingMode.CEILING) - 1;
    }
    return new Longs(low, high);
  }

  /** The numbers of so many digits at most; zero has one. */
  static Longs ofDigits(int digits) {
    if (digits == 0) {
      return NONE;
    }
    if (digits > 18) {
      return new Longs(Long.MIN_VALUE, Long.MAX_VALUE);
    }
    long limit = 1;
    for (int i = 0; i < digits; i++) {
      limit *= 10;
    }
    return new Longs(1 - limit, limit - 1);
  }

  private static long whole(BigDecimal value, RoundingMode towards) {
    if (value.signum() == 0) {
      return 0;
    }
    if ((long) value.precision() - value.scale() <= 0) {
      // Less than one: rounding 1E-999999999 would first build the power of ten.
      boolean up = towards == RoundingMode.CEILING;
      return up == value.signum() > 0 ? value.signum() : 0;
    }
    return value.setScale(0, towards).longValueExact();
  }
}
