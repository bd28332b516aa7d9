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
    /** Some declarations accept the call, and which one the client sees is not known. */
    UNKNOWN
  }

  static Blame blame(Plan plan, List<Finding> findings) {
    if (declarationsThatAccept(plan, findings) == 0) {
      return Blame.CLIENT;
    }
    Class<?> view = plan.body().view();
    if (view == null) {
      return Blame.UNKNOWN;
    }
    boolean viewForbids =
        findings.stream()
            .anyMatch(finding -> finding.judged(Answer.FALSE) && isSeenBy(view, finding.term()));
    if (!viewForbids) {
      return Blame.OVERRIDE;
    }
    return isWeakened(plan, view, findings) ? Blame.LATENT : Blame.CLIENT;
  }

  private static long declarationsThatAccept(Plan plan, List<Finding> findings) {
    long accepting = 0;
    for (int i = 0; i < plan.terms().size(); i++) {
      Term term = plan.terms().get(i);
      if (term.askedRequires() != 0 && accepts(term, findings)) {
        accepting++;
      }
    }
    return accepting;
  }

  private static boolean isWeakened(Plan plan, Class<?> view, List<Finding> findings) {
    for (int i = 0; i < plan.terms().size(); i++) {
      Term term = plan.terms().get(i);
      if (!isSeenBy(view, term) && term.askedRequires() != 0 && accepts(term, findings)) {
        return true;
      }
    }
    return false;
  }

  /** Who sees a type sees all that is declared about it, by itself and by holders. */
  private static boolean accepts(Term term, List<Finding> findings) {
    return findings.stream()
        .noneMatch(
            finding ->
                finding.term().checks().declaring() == term.checks().declaring()
                    && finding.judged(Answer.FALSE));
  }

  private static boolean isSeenBy(@Nullable Class<?> view, Term term) {
    return view != null && term.checks().declaring().isAssignableFrom(view);
  }
}
