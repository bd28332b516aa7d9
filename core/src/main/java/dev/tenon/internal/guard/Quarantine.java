package dev.tenon.internal.guard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts the failures of each clause, to tell when one fails too often to be asked any more.
 *
 * <p>Thread-safe. Keeps the times of the last failures of the clauses that fail, and no others.
 */
final class Quarantine {

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final int limit;
  private final Map<String, Failures> byClause = new ConcurrentHashMap<>();

  /**
   * No failures yet.
   *
   * @param limit how often a clause may fail within a minute; 0 for as often as it likes
   */
  Quarantine(int limit) {
    this.limit = limit;
  }

  /**
   * Counts a failure.
   *
   * @param clause which clause
   * @param now the time in nanoseconds, from any beginning
   * @return whether it failed more often than it may within the last minute; its count begins anew
   *     then
   */
  boolean isExceeded(String clause, long now) {
    return limit > 0 && byClause.computeIfAbsent(clause, any -> new Failures(limit)).isLast(now);
  }

  /** Why a clause is switched off. */
  String reason() {
    return "it failed more than " + limit + (limit == 1 ? " time" : " times") + " within a minute";
  }

  /** The times of the last failures of one clause, each overwritten by the one so many later. */
  private static final class Failures {

    private final long[] times;
    private long count;

    Failures(int limit) {
      this.times = new long[limit];
    }

    synchronized boolean isLast(long now) {
      int place = (int) (count % times.length);
      boolean isFull = count >= times.length;
      if (isFull && now - times[place] < MINUTE) {
        count = 0;
        return true;
      }
      times[place] = now;
      count++;
      return false;
    }
  }
}
