package dev.tenon.internal.guard;

import dev.tenon.internal.constraint.ConstraintSide;
import dev.tenon.model.Clause;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.ClauseKind;
import org.jspecify.annotations.Nullable;

/**
 * What one clause answered to the judge.
 *
 * @param index the number of its declaration in the plan
 * @param term its declaration
 * @param clause the clause
 * @param number its number among the clauses of its role
 * @param isJudged whether its verdict counts; else it was asked for the sake of a guarantee
 * @param answer what it answered
 * @param thrown what it threw; null when it did not, or that is not known
 * @param cause why its answer decides nothing; null for every other answer
 */
record Finding(
    int index,
    Term term,
    Clause clause,
    int number,
    boolean isJudged,
    Answer answer,
    @Nullable Throwable thrown,
    @Nullable Cause cause) {

  Finding(
      int index,
      Term term,
      Clause clause,
      int number,
      boolean isJudged,
      Answer answer,
      @Nullable Throwable thrown) {
    this(index, term, clause, number, isJudged, answer, thrown, null);
  }

  /** The answers a clause can give. */
  enum Answer {
    TRUE,
    FALSE,
    /** It was false, and true when asked again. */
    MOVED,
    /** It threw, or one beside it did when nothing is kept of that, and all are true now. */
    RECOVERED,
    THREW,
    /** It was false, and that decides nothing. */
    UNCLEAR
  }

  /** The same clause, which threw when it was asked with others, and is true now. */
  Finding recovered(@Nullable Throwable before) {
    return new Finding(index, term, clause, number, isJudged, Answer.RECOVERED, before);
  }

  /** Whether it reads what must not be shown. */
  boolean isSensitive() {
    return clause.expressions().stream().anyMatch(expression -> expression.sensitive());
  }

  /** Whether it is of Bean Validation. */
  boolean isConstraint() {
    ConstraintSide constraints = term.checks().constraints(clause.role());
    return constraints != null && number < constraints.clauses().size();
  }

  boolean is(Answer other) {
    return answer == other;
  }

  /** Whether it is judged and answered so. */
  boolean judged(Answer other) {
    return isJudged && answer == other;
  }

  /** The same with another answer. */
  Finding answering(Answer other) {
    return new Finding(index, term, clause, number, isJudged, other, null);
  }

  /** The same, where that it was false decides nothing. */
  Finding undecided(Cause why) {
    return new Finding(index, term, clause, number, isJudged, Answer.UNCLEAR, null, why);
  }

  /** Whether a client states it of itself, rather than a seam of both sides. */
  boolean isOfView() {
    return term.checks().isOfView();
  }

  /** Whether a client relies on it. */
  boolean isReliance() {
    return isOfView() && clause.role() != Clause.Role.REQUIRES;
  }

  /** Whether it says what may be thrown, or what holds then. */
  boolean isAboutThrow() {
    return clause.role() == Clause.Role.THROWS || clause.role() == Clause.Role.AFTER;
  }

  ClauseKind kind() {
    return isReliance() ? ClauseKind.ASSUMPTION : kindOfSeam();
  }

  private ClauseKind kindOfSeam() {
    return switch (clause.role()) {
      case REQUIRES -> ClauseKind.PRECONDITION;
      case ENSURES -> ClauseKind.GUARANTEE;
      case THROWS, AFTER -> ClauseKind.EXCEPTION;
      case INVARIANT -> ClauseKind.INVARIANT;
    };
  }

  Citation citation() {
    return Citation.of(term.checks().source(), clause);
  }
}
