package dev.tenon.internal.guard;

import dev.tenon.internal.guard.Finding.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose precondition was false: that of the view the client called through, or another
 * declaration's.
 */
final class Views {

  private Views() {}

  /** Who is to blame for false preconditions. */
  enum Blame {
    /** The client: its own view forbids the call. */
    CLIENT,
    /** The client as well, but a weaker declaration accepts the call today. */
    LATENT,
    /** The implementation: its own declaration asks more than the client's view. */
    OVERRIDE,
    /**
     * Not every declaration refuses the call, and which one the client sees is not known, or that
     * one could not be evaluated.
     */
    UNKNOWN
  }

  static Blame blame(Plan plan, List<Finding> findings) {
    Class<?> view = plan.body().view();
    boolean viewForbids = false;
    boolean viewHolds = true;
    boolean otherAccepts = false;
    boolean allForbid = true;
    for (Term term : plan.terms()) {
      if (term.judgedRequires() == 0) {
        // It asks nothing now, so it neither forbids the call nor accepts it.
        continue;
      }
      boolean forbids = forbids(term, findings);
      boolean holds = holds(term, findings);
      allForbid &= forbids;
      if (isSeenBy(view, term)) {
        viewForbids |= forbids;
        viewHolds &= holds;
      } else {
        otherAccepts |= holds;
      }
    }
    if (view == null) {
      return allForbid ? Blame.CLIENT : Blame.UNKNOWN;
    }
    if (viewForbids) {
      return otherAccepts ? Blame.LATENT : Blame.CLIENT;
    }
    return viewHolds ? Blame.OVERRIDE : Blame.UNKNOWN;
  }

  private static boolean forbids(Term term, List<Finding> findings) {
    return findings.stream()
        .anyMatch(finding -> isAbout(finding, term) && finding.judged(Answer.FALSE));
  }

  private static boolean holds(Term term, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> isAbout(finding, term) && finding.isJudged())
        .allMatch(finding -> finding.is(Answer.TRUE));
  }

  /** Who sees a type sees all that is declared about it, by itself and by holders. */
  private static boolean isAbout(Finding finding, Term term) {
    return finding.term().checks().declaring() == term.checks().declaring();
  }

  private static boolean isSeenBy(@Nullable Class<?> view, Term term) {
    return view != null && term.checks().declaring().isAssignableFrom(view);
  }
}
