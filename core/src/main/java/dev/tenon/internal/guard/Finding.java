package dev.tenon.internal.guard;

import dev.tenon.model.Clause;
import dev.tenon.verdict.Citation;
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
 */
record Finding(
    int index,
    Term term,
    Clause clause,
    int number,
    boolean isJudged,
    Answer answer,
    @Nullable Throwable thrown) {

  /** The answers a clause can give. */
  enum Answer {
    TRUE,
    FALSE,
    /** It was false, and true when asked again. */
    MOVED,
    /** It threw, or one beside it did when nothing is kept of that, and all are true now. */
    RECOVERED,
    THREW
  }

  /** The same clause, which threw when it was asked with others, and is true now. */
  Finding recovered(@Nullable Throwable before) {
    return new Finding(index, term, clause, number, isJudged, Answer.RECOVERED, before);
  }

  boolean is(Answer other) {
    return answer == other;
  }

  /** Whether it is judged and answered so. */
  boolean judged(Answer other) {
    return isJudged && answer == other;
  }

  Citation citation() {
    return new Citation(
        clause.name(), clause.text(), clause.because(), term.checks().source(), clause.line());
  }
}
