package dev.tenon.ledger;

import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last violations, in a ring. */
final class Recent {

  private final AtomicReferenceArray<Violation> ring;
  private final AtomicLong next = new AtomicLong();

  Recent(int capacity) {
    this.ring = new AtomicReferenceArray<>(capacity);
  }

  void add(Violation violation) {
    ring.set(position(next.getAndIncrement()), violation);
  }

  /** The oldest first; under way additions may be missing or stand in the place of the oldest. */
  List<Violation> list() {
    long end = next.get();
    List<Violation> violations = new ArrayList<>();
    for (long i = Math.max(0, end - ring.length()); i < end; i++) {
      Violation violation = ring.get(position(i));
      if (violation != null) {
        violations.add(violation);
      }
    }
    return List.copyOf(violations);
  }

  private int position(long number) {
    return (int) (number % ring.length());
  }
}
