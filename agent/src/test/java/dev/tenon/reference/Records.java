package dev.tenon.reference;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ledger and the application's exceptions receive in one step. */
final class Records {

  private final List<Report> records = new ArrayList<>();

  /** The violations suppressed on exceptions, one at most on each. */
  private final Map<Throwable, Report> carried = new IdentityHashMap<>();

  void begin() {
    records.clear();
    // A JVM may throw one instance again and again.
    carried.clear();
  }

  List<Report> all() {
    return List.copyOf(records);
  }

  void add(Report report) {
    records.add(report);
  }

  /** An exception receives a violation, if it can hold one. */
  void carry(Throwable thrown, Report report) {
    if (!(thrown instanceof Raised raised) || !raised.isMute()) {
      carried.putIfAbsent(thrown, report);
    }
  }

  Optional<Report> carried(Throwable thrown) {
    return Optional.ofNullable(carried.get(thrown));
  }

  /** How a call ends that throws. */
  Happening.Ending ending(RuntimeException thrown) {
    return thrown instanceof Raised raised && raised.report() != null
        ? new Happening.Violated(raised.report())
        : new Happening.Threw(Raised.type(thrown), carried(thrown));
  }
}
