package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.guard.Finding.Answer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose precondition was false: that of the view the client called through, or another
 * declaration's.
 *
 * @param plan the plan of the call
 * @param findings what all its preconditions answered
 */
record Views(Plan plan, List<Finding> findings) {

  /** Who is to blame for false preconditions. */
  enum Blame {
    /** The client: its own view forbids the call. */
    CLIENT,
    /** The client as well, but a weaker declaration accepts the call today. */
    LATENT,
    /** The implementation: its own declaration asks more than the client's view. */
    OVERRIDE,
    /** Not every declaration refuses the call, and which one the client sees is not known. */
    UNKNOWN,
    /** The client's view could not be evaluated: it neither forbids the call nor accepts it. */
    UNEVALUABLE
  }

  /**
   * Who is to blame.
   *
   * @param call the client's call, still under way; null when the client is unknown
   */
  Blame blame(@Nullable ClientCall call) {
    Class<?> fixed = plan.body().view();
    if (fixed != null) {
      return through(fixed);
    }
    boolean allForbid = speaking().stream().allMatch(this::forbids);
    if (allForbid && (call == null || isForbiddenToAll(call.receiver()))) {
      return Blame.CLIENT;
    }
    Set<Blame> possible = EnumSet.noneOf(Blame.class);
    for (Class<?> view : Recovery.views(call)) {
      possible.add(through(view));
    }
    if (possible.size() == 1) {
      return possible.iterator().next();
    }
    return allForbid ? Blame.CLIENT : Blame.UNKNOWN;
  }

  private Blame through(Class<?> view) {
    List<Term> forbidding = new ArrayList<>();
    boolean viewHolds = true;
    for (Term term : speaking()) {
      if (term.checks().declaring().isAssignableFrom(view)) {
        viewHolds &= holds(term);
        if (forbids(term)) {
          forbidding.add(term);
        }
      }
    }
    if (!forbidding.isEmpty()) {
      return forbidding.stream().allMatch(this::isWeakened) ? Blame.LATENT : Blame.CLIENT;
    }
    return viewHolds ? Blame.OVERRIDE : Blame.UNEVALUABLE;
  }

  /** An unrelated seam that accepts the call weakens nothing: it does not know of this one. */
  private boolean isWeakened(Term forbidding) {
    Class<?> general = forbidding.checks().declaring();
    return speaking().stream()
        .anyMatch(
            term -> {
              Class<?> special = term.checks().declaring();
              return special != general && general.isAssignableFrom(special) && holds(term);
            });
  }

  /** What asks nothing now neither forbids the call nor accepts it. */
  private List<Term> speaking() {
    return plan.terms().stream()
        .filter(term -> term.judgedRequires() != 0 && !term.checks().isOfView())
        .toList();
  }

  private boolean forbids(Term term) {
    return findings.stream()
        .anyMatch(finding -> isAbout(finding, term) && finding.judged(Answer.FALSE));
  }

  private boolean holds(Term term) {
    return findings.stream()
        .filter(finding -> isAbout(finding, term) && finding.isJudged())
        .allMatch(finding -> finding.is(Answer.TRUE));
  }

  /** Who sees a type sees all that is declared about it, by itself and by holders. */
  private static boolean isAbout(Finding finding, Term term) {
    return !finding.isOfView() && finding.term().checks().declaring() == term.checks().declaring();
  }

  /** Whether every type that has the operation has it from one that forbids the call. */
  private boolean isForbiddenToAll(Class<?> receiver) {
    Implementation body = plan.implementation();
    List<Term> forbidding = speaking();
    for (Class<?> type : Declarations.supertypes(receiver)) {
      if (DeclaredMethods.mayHave(type, body.method(), body.erased().parameterCount())
          && forbidding.stream()
              .noneMatch(term -> term.checks().declaring().isAssignableFrom(type))) {
        return false;
      }
    }
    return true;
  }
}
