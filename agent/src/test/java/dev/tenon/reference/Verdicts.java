package dev.tenon.reference;

import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /** Nothing was asked. */
  static final Verdicts NONE = new Verdicts(false, true, List.of(), List.of(), List.of(), Map.of());

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

  /**
   * The verdict where several declarations are asked together, in their order. Empty when
   * everything in force held, or the false clause is one that is off.
   *
   * @param now the mode of a clause when the verdict falls
   */
  static Optional<Judgement> judge(List<Verdicts> all, Function<Clause, Mode> now) {
    List<Clause> broken = all.stream().flatMap(each -> each.broken.stream()).toList();
    if (!broken.isEmpty()) {
      Mode strictest = broken.stream().map(now).max(Comparator.naturalOrder()).orElseThrow();
      Clause decisive =
          broken.stream()
              .filter(clause -> now.apply(clause) == strictest)
              .findFirst()
              .orElseThrow();
      return Optional.of(
          new Judgement(
              true,
              decisive,
              strictest,
              broken.stream().filter(clause -> clause != decisive).toList(),
              all.stream().flatMap(each -> each.failed.stream()).toList()));
    }
    return all.stream()
        .flatMap(each -> each.failedAlone().stream())
        .findFirst()
        .map(decisive -> new Judgement(false, decisive, Mode.OBSERVE, List.of(), List.of()));
  }

  /** Whether everything in force held. */
  boolean isSilent() {
    return broken.isEmpty() && failed.isEmpty();
  }

  /** What throws beside a false clause is no verdict. */
  Optional<Clause> failedAlone() {
    return isAnyFalse ? Optional.empty() : failed.stream().findFirst();
  }
}
