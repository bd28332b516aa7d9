package dev.tenon.internal.constraint;

import java.math.BigDecimal;

/** One end of an interval. */
record Bound(BigDecimal at, boolean inclusive) {

  boolean isBelow(BigDecimal value) {
    return at.compareTo(value) < 0;
  }

  boolean isAbove(BigDecimal value) {
    return at.compareTo(value) > 0;
  }

  /** Whether a value holds that has this as its lower bound. */
  boolean isAtMost(BigDecimal value) {
    int order = value.compareTo(at);
    return order > 0 || (order == 0 && inclusive);
  }

  /** Whether a value holds that has this as its upper bound. */
  boolean isAtLeast(BigDecimal value) {
    int order = value.compareTo(at);
    return order < 0 || (order == 0 && inclusive);
  }
}
