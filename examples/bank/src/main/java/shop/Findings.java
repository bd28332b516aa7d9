package shop;

import dev.tenon.Seams;
import dev.tenon.ledger.Ledger;
import dev.tenon.verdict.Violation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the contracts found in one run, by fingerprint. Not thread-safe. */
final class Findings {

  private final Ledger ledger = Seams.ledger();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private long known = recorded();

  /** Takes what was recorded since it was last asked, and gives those of a kind not seen before. */
  List<Violation> fresh() {
    int more = (int) (recorded() - known);
    known += more;
    List<Violation> recent = ledger.recent();
    return recent.subList(recent.size() - more, recent.size()).stream()
        .filter(violation -> count(violation) == 1)
        .toList();
  }

  /** The kinds in the order in which they were first seen. */
  Collection<Kind> kinds() {
    return kinds.values();
  }

  private long recorded() {
    return ledger.violations() + ledger.undecided();
  }

  private int count(Violation violation) {
    return kinds.merge(violation.fingerprint(), new Kind(violation, 1), Kind::oneMore).times();
  }

  /**
   * Violations with the same fingerprint.
   *
   * @param first the first of them
   * @param times how many
   */
  record Kind(Violation first, int times) {

    private Kind oneMore(Kind another) {
      return new Kind(first, times + another.times);
    }
  }
}
