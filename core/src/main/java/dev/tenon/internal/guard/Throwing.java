package dev.tenon.internal.guard;

import dev.tenon.internal.check.Side;
import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.model.Clause;
import dev.tenon.model.Clause.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the exception clauses of one declaration say about an exception.
 *
 * <p>A clause with a condition that held at entry demands its exception; one whose condition did
 * not hold forbids it, unless another clause allows it; one without a condition allows it. What no
 * clause names is forbidden, errors excepted.
 */
final class Throwing {

  private final Ending ending;
  private final int index;
  private final Term term;
  private final Side side;

  Throwing(Ending ending, int index, Term term) {
    this.ending = ending;
    this.index = index;
    this.term = term;
    this.side = term.checks().side(Role.THROWS);
  }

  List<Finding> ask(Throwable thrown) {
    List<Finding> demands = new ArrayList<>();
    List<Finding> allowing = new ArrayList<>();
    List<Finding> forbidding = new ArrayList<>();
    List<Finding> failed = new ArrayList<>();
    boolean isNamed = false;
    boolean isDemanded = false;
    for (int i = 0; i < side.clauses().size(); i++) {
      Clause clause = side.clauses().get(i);
      boolean isOfType = term.checks().isThrowing(i, thrown);
      isNamed |= isOfType;
      boolean isConditional = !clause.old().isEmpty();
      Finding condition = isConditional ? condition(i) : finding(i, Answer.TRUE, null);
      switch (condition.answer()) {
        case TRUE -> {
          if (isOfType) {
            allowing.add(condition);
            isDemanded |= isConditional;
          } else if (isConditional && condition.isJudged()) {
            demands.add(condition);
          }
        }
        case FALSE -> {
          if (isOfType) {
            forbidding.add(condition);
          }
        }
        case THREW, MOVED, RECOVERED, UNCLEAR -> {
          // What it says of other exceptions than its own cannot make this one right or wrong.
          if (isOfType) {
            failed.add(condition);
          }
        }
      }
    }
    if (!isNamed && thrown instanceof Error) {
      return List.of();
    }
    if (!failed.isEmpty() && demands.isEmpty() && allowing.isEmpty()) {
      return failed;
    }
    if (!demands.isEmpty() && !isDemanded) {
      return broken(demands);
    }
    if (!allowing.isEmpty()) {
      return after(allowing);
    }
    return broken(forbidding.isEmpty() ? all() : forbidding);
  }

  /** Whether the condition of a clause held at entry; the check says whether a return is right. */
  private Finding condition(int number) {
    try {
      boolean held = !side.ask(number, ending.operands(index, Role.THROWS));
      return finding(number, held ? Answer.TRUE : Answer.FALSE, null);
    } catch (VirtualMachineError failure) {
      throw failure;
    } catch (Throwable failure) {
      return finding(number, Answer.THREW, failure);
    }
  }

  private Finding finding(int number, Answer answer, @Nullable Throwable failure) {
    boolean isJudged = (term.judged(Role.THROWS) & 1L << number) != 0;
    return new Finding(index, term, side.clauses().get(number), number, isJudged, answer, failure);
  }

  private static List<Finding> broken(List<Finding> clauses) {
    List<Finding> broken = new ArrayList<>();
    for (Finding each : clauses) {
      broken.add(each.answering(Answer.FALSE));
    }
    return broken;
  }

  /** The list as a whole is broken: its first clause that is judged stands for it. */
  private List<Finding> all() {
    for (int i = 0; i < side.clauses().size(); i++) {
      Finding finding = finding(i, Answer.FALSE, null);
      if (finding.isJudged()) {
        return List.of(finding);
      }
    }
    return List.of();
  }

  /** What holds after the throws that were right. */
  private List<Finding> after(List<Finding> allowing) {
    Side after = term.checks().side(Role.AFTER);
    long asked = 0;
    for (int i = 0; i < after.clauses().size(); i++) {
      String name = after.clauses().get(i).name();
      if (allowing.stream().anyMatch(finding -> finding.clause().name().equals(name))) {
        asked |= 1L << i;
      }
    }
    asked &= term.judged(Role.AFTER);
    return asked == 0
        ? List.of()
        : Inquiry.ask(
            index, term, after, asked, asked, Code.UNASKED, ending.operands(index, Role.AFTER));
  }
}
