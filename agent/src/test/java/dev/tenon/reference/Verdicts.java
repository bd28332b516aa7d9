package dev.tenon.reference;

import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the clauses of one role said of one handoff, each in source order.
 *
 * @param isAnyFalse whether some clause was false, those that are off among them
 * @param allHeld whether each clause was evaluated and true, those that are off among them
 * @param broken the false clauses in force
 * @param failed the clauses in force that threw
 * @param shared the clauses in force that another thread may have made false
 * @param modes the mode of each clause
 */
record Verdicts(
    boolean isAnyFalse,
    boolean allHeld,
    List<Clause> broken,
    List<Clause> failed,
    List<Clause> shared,
    Map<Clause, Mode> modes) {

  /** The one verdict of a handoff: the clause that decides, and what else there was. */
  record Judgement(
      boolean isBroken, Clause clause, Mode mode, List<Clause> also, List<Clause> unevaluable) {}

  private enum Truth {
    TRUE,
    FALSE,
    THREW
  }

  static Verdicts of(List<Clause> clauses, Evaluation evaluation, Map<Clause, Mode> modes) {
    boolean isAnyFalse = false;
    boolean allHeld = true;
    List<Clause> broken = new ArrayList<>();
    List<Clause> failed = new ArrayList<>();
    for (Clause clause : clauses) {
      Truth truth = truth(clause, evaluation);
      isAnyFalse |= truth == Truth.FALSE;
      allHeld &= truth == Truth.TRUE;
      if (truth != Truth.TRUE && modes.get(clause) != Mode.OFF) {
        (truth == Truth.FALSE ? broken : failed).add(clause);
      }
    }
    return new Verdicts(isAnyFalse, allHeld, broken, failed, List.of(), modes);
  }

  private static Truth truth(Clause clause, Evaluation evaluation) {
    try {
      return evaluation.isTrue(clause.condition()) ? Truth.TRUE : Truth.FALSE;
    } catch (RuntimeException | StackOverflowError thrown) {
      return Truth.THREW;
    }
  }

  /** The same, where of some clauses that are false it is not known why. */
  Verdicts sharing(Predicate<Clause> isShared) {
    List<Clause> left = broken.stream().filter(isShared.negate()).toList();
    List<Clause> moved = broken.stream().filter(isShared).toList();
    return new Verdicts(!left.isEmpty(), allHeld, left, failed, moved, modes);
  }

  /** Empty when everything in force held, or the false clause is one that is off. */
  Optional<Judgement> judge() {
    if (!broken.isEmpty()) {
      Clause decisive = firstOfStrictest(broken);
      return Optional.of(
          new Judgement(true, decisive, mode(decisive), without(broken, decisive), failed));
    }
    return failedAlone()
        .map(decisive -> new Judgement(false, decisive, mode(decisive), List.of(), List.of()));
  }

  /** What throws beside a false clause is no verdict. */
  Optional<Clause> failedAlone() {
    return isAnyFalse ? Optional.empty() : failed.stream().findFirst();
  }

  private Clause firstOfStrictest(List<Clause> clauses) {
    return clauses.stream()
        .filter(clause -> mode(clause) == Mode.ENFORCE)
        .findFirst()
        .orElse(clauses.get(0));
  }

  private Mode mode(Clause clause) {
    return Objects.requireNonNull(modes.get(clause));
  }

  private static List<Clause> without(List<Clause> clauses, Clause one) {
    return clauses.stream().filter(clause -> clause != one).toList();
  }
}
