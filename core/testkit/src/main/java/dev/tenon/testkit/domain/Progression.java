package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Limits.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers in equal steps.
 *
 * @param first the smallest
 * @param modulus from one to the next
 * @param count how many there are, from 1
 */
record Progression(BigInteger first, BigInteger modulus, BigInteger count) {

  /** How far numbers without a bound go. */
  private static final BigInteger FAR = BigInteger.ONE.shiftLeft(70);

  /** Those of an interval that have all the remainders; null if there are none. */
  static @Nullable Progression of(Interval interval, List<Step> steps) {
    Interval whole = interval.whole();
    BigInteger low = integer(whole.low());
    BigInteger high = integer(whole.high());
    low =
        low == null ? (high == null ? FAR.negate() : high.min(BigInteger.ZERO).subtract(FAR)) : low;
    high = high == null ? low.max(BigInteger.ZERO).add(FAR) : high;
    BigInteger modulus = BigInteger.ONE;
    BigInteger remainder = BigInteger.ZERO;
    for (Step each : steps) {
      if (each.isEqual()) {
        low = each.remainder().signum() > 0 ? low.max(BigInteger.ZERO) : low;
        high = each.remainder().signum() < 0 ? high.min(BigInteger.ZERO) : high;
        BigInteger both = common(remainder, modulus, each);
        if (both == null) {
          return null;
        }
        modulus = lcm(modulus, each.modulus());
        remainder = both.mod(modulus);
      }
    }
    BigInteger first = low.add(remainder.subtract(low).mod(modulus));
    BigInteger count = high.subtract(first).divide(modulus).add(BigInteger.ONE);
    return first.compareTo(high) > 0 ? null : new Progression(first, modulus, count);
  }

  private static @Nullable BigInteger integer(@Nullable BigDecimal whole) {
    return whole == null ? null : whole.setScale(0, RoundingMode.UNNECESSARY).toBigInteger();
  }

  /** By the Chinese remainder theorem, for moduli that may have a common divisor. */
  private static @Nullable BigInteger common(BigInteger remainder, BigInteger modulus, Step step) {
    if (step.remainder().abs().compareTo(step.modulus()) >= 0) {
      return null;
    }
    BigInteger divisor = modulus.gcd(step.modulus());
    BigInteger difference = step.remainder().subtract(remainder);
    if (difference.mod(divisor).signum() != 0) {
      return null;
    }
    BigInteger reduced = step.modulus().divide(divisor);
    BigInteger inverse =
        reduced.equals(BigInteger.ONE)
            ? BigInteger.ZERO
            : modulus.divide(divisor).modInverse(reduced);
    BigInteger times = difference.divide(divisor).multiply(inverse).mod(reduced);
    return remainder.add(modulus.multiply(times));
  }

  private static BigInteger lcm(BigInteger one, BigInteger other) {
    return one.divide(one.gcd(other)).multiply(other);
  }

  BigInteger at(BigInteger index) {
    return first.add(index.multiply(modulus));
  }

  BigInteger last() {
    return at(count.subtract(BigInteger.ONE));
  }

  boolean isIndex(BigInteger index) {
    return index.signum() >= 0 && index.compareTo(count) < 0;
  }

  /** Draws an index; at first that of the number nearest to one. */
  BigInteger draw(BigInteger simplest, Choices choices) {
    BigInteger nearest = nearest(simplest);
    BigInteger up = count.subtract(nearest);
    if (nearest.signum() == 0) {
      return choices.near(up);
    }
    if (up.equals(BigInteger.ONE)) {
      return nearest.subtract(choices.near(nearest.add(BigInteger.ONE)));
    }
    return choices.next(2) == 0
        ? nearest.add(choices.near(up))
        : nearest.subtract(BigInteger.ONE).subtract(choices.near(nearest));
  }

  private BigInteger nearest(BigInteger number) {
    BigInteger doubled = number.subtract(first).shiftLeft(1).add(modulus);
    BigInteger index =
        doubled.signum() < 0 ? BigInteger.ZERO : doubled.divide(modulus.shiftLeft(1));
    return index.min(count.subtract(BigInteger.ONE));
  }
}
