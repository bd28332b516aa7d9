package dev.tenon.internal.guard;

import dev.tenon.internal.check.Side;
import dev.tenon.model.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Asks the clauses of one side of a declaration one by one, after their common check did not hold.
 */
final class Inquiry {

  private Inquiry() {}

  /**
   * Asks.
   *
   * @param index the number of the declaration in the plan
   * @param term the declaration
   * @param side preconditions or guarantees
   * @param asked which clauses are asked
   * @param judged which of them are judged
   * @param code what the common check answered
   * @param operands the operands of the side, boxed
   * @return an answer for each clause asked, in source order
   */
  static List<Finding> ask(
      int index,
      Term term,
      Side side,
      long asked,
      long judged,
      int code,
      @Nullable Object[] operands) {
    List<Finding> findings = new ArrayList<>();
    List<Clause> clauses = side.clauses();
    boolean allTrue = true;
    for (int i = 0; i < clauses.size(); i++) {
      if ((asked & 1L << i) == 0) {
        continue;
      }
      boolean isJudged = (judged & 1L << i) != 0;
      Finding finding = answer(index, term, side, i, isJudged, code == i, operands);
      allTrue &= finding.is(Finding.Answer.TRUE);
      findings.add(finding);
    }
    if (code == Code.THREW && allTrue && !findings.isEmpty()) {
      recover(findings, term, side);
    }
    return findings;
  }

  /** One of them threw and does so no more: where that is not known the first stands for them. */
  private static void recover(List<Finding> findings, Term term, Side side) {
    String role = side.clauses().get(0).role().name().toLowerCase(Locale.ROOT);
    if (Lane.current().hasOverflowed()) {
      // The application was deep: they have room here, and are true.
      return;
    }
    Throwable thrown = Lane.current().thrown();
    int compiled = Thrower.clause(term.checks(), role, thrown);
    int number = compiled < 0 ? compiled : compiled + term.checks().constraints(side);
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (number < 0 || finding.number() == number) {
        findings.set(i, finding.recovered(number < 0 ? null : thrown));
        return;
      }
    }
  }

  private static Finding answer(
      int index,
      Term term,
      Side side,
      int number,
      boolean isJudged,
      boolean wasFalse,
      @Nullable Object[] operands) {
    Finding.Answer answer;
    Throwable thrown = null;
    try {
      if (side.ask(number, operands)) {
        answer = wasFalse ? Finding.Answer.MOVED : Finding.Answer.TRUE;
      } else if (wasFalse || !side.ask(number, operands)) {
        answer = Finding.Answer.FALSE;
      } else {
        answer = Finding.Answer.MOVED;
      }
    } catch (Throwable failure) {
      Faults.passVirtualMachineErrors(failure);
      if (Faults.isStackExhausted(failure)
          && !FreshStack.overflows(side, number, operands, failure)) {
        // Full because of the application: it says nothing of the clause.
        Faults.passExhaustedStack(failure);
      }
      answer = Finding.Answer.THREW;
      thrown = failure;
    }
    return new Finding(index, term, side.clauses().get(number), number, isJudged, answer, thrown);
  }
}
