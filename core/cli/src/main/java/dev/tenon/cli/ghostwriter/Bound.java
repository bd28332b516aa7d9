package dev.tenon.cli.ghostwriter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number up to which, or from which, values are right.
 *
 * @param value the number
 * @param isInside whether it is right itself
 * @param why the clause that says so
 */
record Bound(BigDecimal value, boolean isInside, String why) {

  static Bound of(long value, String why) {
    return new Bound(BigDecimal.valueOf(value), true, why);
  }

  /** The narrower of two lower bounds. */
  static Bound higher(@Nullable Bound one, Bound other) {
    return one == null || compare(one, other) < 0 ? other : one;
  }

  /** The narrower of two upper bounds. */
  static Bound lower(@Nullable Bound one, Bound other) {
    int order = one == null ? 1 : one.value().compareTo(other.value());
    return one == null || order > 0 || (order == 0 && !other.isInside()) ? other : one;
  }

  private static int compare(Bound one, Bound other) {
    int order = one.value().compareTo(other.value());
    return order != 0 ? order : Boolean.compare(other.isInside(), one.isInside());
  }
}
