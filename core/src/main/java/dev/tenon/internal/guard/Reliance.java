package dev.tenon.internal.guard;

import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.model.Clause;
import dev.tenon.model.Clause.Role;
import dev.tenon.verdict.Citation;
import java.util.List;
import java.util.stream.IntStream;

/** What a client relies on, beside what is promised. */
final class Reliance {

  private Reliance() {}

  /**
   * What counts at an exit: what a client relies on says something of its own only where all that
   * is promised held.
   *
   * @param isBrokenInFront whether the client broke a promise at its own call, in front of this
   */
  static List<Finding> counting(List<Finding> findings, boolean isBrokenInFront) {
    List<Finding> promised = findings.stream().filter(finding -> !finding.isOfView()).toList();
    return !isBrokenInFront && isPromiseKept(promised) ? findings : promised;
  }

  /** Whether all that was asked of what is promised, and is judged, held. */
  static boolean isPromiseKept(List<Finding> promised) {
    return promised.stream().allMatch(finding -> finding.is(Answer.TRUE) || !finding.isJudged());
  }

  /** What the declarations that the client sees promise about the same operation, now in force. */
  static List<Citation> promised(Plan plan, Finding reliance) {
    Class<?> seam = reliance.term().checks().declaring();
    return plan.terms().stream()
        .filter(term -> !term.checks().isOfView())
        .filter(term -> term.checks().declaring().isAssignableFrom(seam))
        .flatMap(term -> promised(term, reliance).stream())
        .toList();
  }

  private static List<Citation> promised(Term term, Finding reliance) {
    Role role = reliance.isAboutThrow() ? Role.THROWS : Role.ENSURES;
    List<Clause> clauses = term.checks().side(role).clauses();
    return IntStream.range(0, clauses.size())
        .filter(i -> (term.judged(role) & 1L << i) != 0)
        .mapToObj(i -> Citation.of(term.checks().source(), clauses.get(i)))
        .toList();
  }
}
