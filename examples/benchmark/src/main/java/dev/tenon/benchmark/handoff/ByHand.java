package dev.tenon.benchmark.handoff;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Where a careful programmer notes what is false, and lets the call go on. Thread-safe. */
final class ByHand {

  private static final int LAST = 100;

  private static final Deque<String> NOTED = new ArrayDeque<>();
  private static long count;

  private ByHand() {}

  /** Returns false. */
  static synchronized boolean note(String clause, Object... values) {
    count++;
    if (NOTED.size() == LAST) {
      NOTED.removeFirst();
    }
    NOTED.addLast(clause + " " + Arrays.toString(values));
    return false;
  }

  static synchronized long count() {
    return count;
  }
}
