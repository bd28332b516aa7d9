package dev.tenon.benchmark.handoff;

import dev.tenon.contract.Invariant;

/** A class with an invariant, the same without, and the same written by hand. */
abstract sealed class Range {

  long low;
  long high = 1_000;

  abstract long move(long by);

  /** Breaks the invariant, behind the back of the class. */
  final void tear() {
    low = high + 1;
  }

  /** Repairs it. */
  final void mend() {
    low = high - 1_000;
  }

  /** No invariant. */
  static final class Free extends Range {
    @Override
    long move(long by) {
      low += by;
      high += by;
      return low;
    }
  }

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

    /** Breaks it inside a call of its own, and repairs it before that ends. */
    void open() {
      long before = low;
      low = high + 1;
      move(0);
      low = before;
    }
  }
}
