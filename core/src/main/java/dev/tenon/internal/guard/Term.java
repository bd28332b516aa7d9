package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.model.Clause;
import dev.tenon.model.Mode;
import dev.tenon.policy.Policy;
import java.util.List;

/**
 * What a plan asks of one declaration.
 *
 * @param checks the compiled clauses
 * @param judgedRequires the preconditions that are judged, a bit each
 * @param askedRequires the preconditions that are evaluated: those judged, or all when a guarantee
 *     is in force
 * @param judgedEnsures the guarantees that are judged
 * @param slots the {@code old} slots that these read
 */
record Term(
    Checks checks, long judgedRequires, long askedRequires, long judgedEnsures, long slots) {

  static Term of(Checks checks, Policy policy) {
    long requires = judged(checks, checks.requires().clauses(), policy);
    long ensures = judged(checks, checks.ensures().clauses(), policy);
    long slots = 0;
    List<Clause> guarantees = checks.ensures().clauses();
    for (int i = 0; i < guarantees.size(); i++) {
      if ((ensures & 1L << i) != 0) {
        for (int slot : guarantees.get(i).old()) {
          slots |= 1L << slot;
        }
      }
    }
    return new Term(
        checks, requires, ensures != 0 ? checks.requires().mask() : requires, ensures, slots);
  }

  private static long judged(Checks checks, List<Clause> clauses, Policy policy) {
    long judged = 0;
    for (int i = 0; i < clauses.size(); i++) {
      Mode mode =
          policy.modeOf(
              checks.declaring().getName(), checks.operation().name(), clauses.get(i).name());
      if (mode != Mode.OFF) {
        judged |= 1L << i;
      }
    }
    return judged;
  }

  /** Whether a guarantee is judged that the operation's carrier serves. */
  boolean captures() {
    return judgedEnsures != 0 && checks.capture() != null;
  }

  boolean isIdle() {
    return askedRequires == 0 && judgedEnsures == 0;
  }
}
