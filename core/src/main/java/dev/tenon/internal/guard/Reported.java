package dev.tenon.internal.guard;

import dev.tenon.model.Clause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the innermost guard of a handoff has judged, for those in front of it: they ask the same on
 * its way out and must not report it twice.
 *
 * <p>Made only where something did not hold and no violation was thrown; holds no value of the
 * application.
 */
final class Reported {

  private final Set<String> clauses;
  private int guards;

  private Reported(Set<String> clauses, int guards) {
    this.clauses = clauses;
    this.guards = guards;
  }

  /**
   * Tells the guards in front that this handoff is judged, with all that did not hold: a guard that
   * knows fewer declarations may find another of them the first, or none.
   */
  static void toGuards(List<Finding> findings, Parties parties) {
    Set<String> clauses = new HashSet<>();
    for (Finding finding : findings) {
      if (!finding.is(Finding.Answer.TRUE)) {
        clauses.add(id(finding.term(), finding.clause()));
      }
    }
    int guards = parties.guards();
    for (Body proxy : parties.proxies()) {
      guards += knows(proxy.plan(), clauses) ? 1 : 0;
    }
    Lane.current().reported = guards == 0 ? null : new Reported(clauses, guards);
  }

  /** Whether this guard was told of something that it finds; each of them is told once. */
  static boolean already(Plan plan, List<Finding> findings) {
    Lane lane = Lane.current();
    Reported last = lane.reported;
    boolean isInFront = plan.body().isProxy() || plan.implementation().isJdkProxy();
    if (last == null || !isInFront || findings.stream().noneMatch(last::isOf)) {
      return false;
    }
    if (!plan.body().isProxy()) {
      count(lane, last);
    }
    return true;
  }

  /**
   * A checking proxy was left, whether it asked anything or not: what it was told must not hide a
   * later handoff's finding.
   *
   * @param told what it was told
   */
  static void left(Lane lane, Reported told) {
    if (lane.reported == told) {
      count(lane, told);
    }
  }

  /** How many guards in front are still to be told. */
  static int left() {
    Reported last = Lane.current().reported;
    return last == null ? 0 : last.guards;
  }

  /**
   * A woven JDK proxy in front was left: what it was told must not hide a later handoff's finding.
   */
  static void passed(Plan plan) {
    Lane lane = Lane.current();
    Reported last = lane.reported;
    if (last != null && !plan.body().isProxy() && knows(plan, last.clauses)) {
      count(lane, last);
    }
  }

  private boolean isOf(Finding finding) {
    return !finding.is(Finding.Answer.TRUE)
        && clauses.contains(id(finding.term(), finding.clause()));
  }

  private static void count(Lane lane, Reported last) {
    last.guards--;
    if (last.guards == 0) {
      lane.reported = null;
    }
  }

  private static boolean knows(Plan plan, Set<String> clauses) {
    return plan.terms().stream()
        .anyMatch(
            term ->
                term.checks().operation().clauses().stream()
                    .anyMatch(clause -> clauses.contains(id(term, clause))));
  }

  private static String id(Term term, Clause clause) {
    return term.checks().stating().getName()
        + '.'
        + term.checks().operation().name()
        + '#'
        + clause.name();
  }
}
