package dev.tenon.ledger;

import java.util.concurrent.atomic.AtomicLong;

/** How often one violation was recorded. */
final class Tally {

  private final AtomicLong count = new AtomicLong();

  /** Counts one more, and says how many that makes. */
  long next() {
    return count.incrementAndGet();
  }

  long count() {
    return count.get();
  }
}
