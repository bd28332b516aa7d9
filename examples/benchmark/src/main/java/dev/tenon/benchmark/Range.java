package dev.tenon.benchmark;

import dev.tenon.contract.Invariant;

/** A class with an invariant, the same once it was seen open, and the same written by hand. */
abstract sealed class Range {

  long low;
  long high = 1_000;

  abstract long move(long by);

  /** The invariant by hand. */
  static final class HandWritten extends Range {
    @Override
    long move(long by) {
      low += by;
      high += by;
      if (low > high) {
        throw new AssertionError("low > high");
      }
      return low;
    }
  }

  /** The invariant. */
  @Invariant("low <= high")
  static final class Kept extends Range {
    @Override
    long move(long by) {
      low += by;
      high += by;
      return low;
    }

    void breakIt() {
      low = high + 1;
    }
  }

  /** The invariant of a class that breaks it inside its own calls. */
  @Invariant("low <= high")
  static final class Open extends Range {
    @Override
    long move(long by) {
      low += by;
      high += by;
      return low;
    }

    void open() {
      long before = low;
      low = high + 1;
      move(0);
      low = before;
    }
  }
}
