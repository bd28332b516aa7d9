package dev.tenon.model;

import java.util.Set;
import java.util.TreeSet;

/**
 * The whole numbers from the lowest to the highest, without some.
 *
 * @param lowest the lowest; above the highest for no number at all
 * @param highest the highest
 * @param without those left out, all between the two
 */
record Range(long lowest, long highest, Set<Long> without) {

  static Range of(long lowest, long highest) {
    return new Range(lowest, highest, Set.of());
  }

  /** The numbers below a limit. */
  static Range below(long limit) {
    return limit == Long.MIN_VALUE ? none() : of(Long.MIN_VALUE, limit - 1);
  }

  /** The numbers above a limit. */
  static Range above(long limit) {
    return limit == Long.MAX_VALUE ? none() : of(limit + 1, Long.MAX_VALUE);
  }

  /** All numbers but one. */
  static Range allBut(long number) {
    return new Range(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(number));
  }

  private static Range none() {
    return of(1, 0);
  }

  boolean isEmpty() {
    return lowest > highest;
  }

  /** The numbers that are in both. */
  Range and(Range other) {
    long low = Math.max(lowest, other.lowest);
    long high = Math.min(highest, other.highest);
    Set<Long> missing = new TreeSet<>(without);
    missing.addAll(other.without);
    while (low < high && missing.contains(low)) {
      low++;
    }
    while (low < high && missing.contains(high)) {
      high--;
    }
    if (low > high || (low == high && missing.contains(low))) {
      return none();
    }
    long from = low;
    long to = high;
    missing.removeIf(number -> number < from || number > to);
    return new Range(from, to, Set.copyOf(missing));
  }

  /** Whether all numbers of the other are in this one. */
  boolean contains(Range other) {
    return other.isEmpty()
        || (lowest <= other.lowest
            && highest >= other.highest
            && without.stream()
                .allMatch(
                    number ->
                        number < other.lowest
                            || number > other.highest
                            || other.without.contains(number)));
  }
}
