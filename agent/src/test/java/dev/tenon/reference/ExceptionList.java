package dev.tenon.reference;

import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The exception clauses of one declaration, asked what they say of an exception.
 *
 * @param clauses the clauses in source order
 * @param modes the mode of each
 */
record ExceptionList(List<Thrown> clauses, Map<Clause, Mode> modes) {

  private enum When {
    ALWAYS,
    HELD,
    DID_NOT_HOLD,
    THREW
  }

  /** Whether any of them is in force. */
  boolean isClosed() {
    return clauses.stream().anyMatch(this::isInForce);
  }

  /** What must be true of a call that returns. */
  List<Clause> demands() {
    return clauses.stream()
        .filter(clause -> clause.when().isPresent() && isInForce(clause))
        .map(Thrown::clause)
        .toList();
  }

  /** All that stands in them, to capture what is old. */
  List<Clause> all() {
    List<Clause> all = new ArrayList<>();
    for (Thrown each : clauses) {
      all.add(each.clause());
      each.after().ifPresent(all::add);
    }
    return all;
  }

  /** Asks the clauses of a closed list. */
  Verdicts of(Throwable raised, Evaluation evaluation) {
    Map<Thrown, When> when = new HashMap<>();
    clauses.forEach(clause -> when.put(clause, when(clause, evaluation)));
    List<Thrown> naming = clauses.stream().filter(clause -> clause.isOf(raised)).toList();
    if (naming.isEmpty() && Thrown.isError(raised)) {
      return verdicts(List.of(), List.of());
    }
    List<Thrown> demanding =
        clauses.stream()
            .filter(clause -> !naming.contains(clause) && when.get(clause) == When.HELD)
            .filter(this::isInForce)
            .toList();
    boolean isAllowed =
        naming.stream().anyMatch(c -> when.get(c) == When.HELD || when.get(c) == When.ALWAYS);
    List<Thrown> unclear = naming.stream().filter(c -> when.get(c) == When.THREW).toList();
    if (!demanding.isEmpty() && naming.stream().noneMatch(c -> when.get(c) == When.HELD)) {
      return verdicts(demanding, List.of());
    }
    if (isAllowed) {
      return after(
          naming.stream().filter(c -> when.get(c) != When.THREW).toList(), when, evaluation);
    }
    if (!unclear.isEmpty()) {
      return verdicts(List.of(), unclear);
    }
    return verdicts(naming.isEmpty() ? List.of(first()) : naming, List.of());
  }

  private Thrown first() {
    return clauses.stream().filter(this::isInForce).findFirst().orElseThrow();
  }

  /** The exception was right; so must be what is promised with it. */
  private Verdicts after(List<Thrown> naming, Map<Thrown, When> when, Evaluation evaluation) {
    List<Clause> promised = new ArrayList<>();
    for (Thrown each : naming) {
      if (when.get(each) != When.DID_NOT_HOLD && isInForce(each)) {
        each.after().ifPresent(promised::add);
      }
    }
    return Verdicts.of(promised, evaluation, modes);
  }

  private static When when(Thrown clause, Evaluation evaluation) {
    if (clause.when().isEmpty()) {
      return When.ALWAYS;
    }
    try {
      boolean isReturnRight = evaluation.isTrue(clause.clause().condition());
      return isReturnRight ? When.DID_NOT_HOLD : When.HELD;
    } catch (RuntimeException thrown) {
      return When.THREW;
    }
  }

  private boolean isInForce(Thrown clause) {
    return modes.get(clause.clause()) != Mode.OFF;
  }

  private Verdicts verdicts(List<Thrown> broken, List<Thrown> failed) {
    return new Verdicts(
        !broken.isEmpty(),
        broken.isEmpty() && failed.isEmpty(),
        broken.stream().filter(this::isInForce).map(Thrown::clause).toList(),
        failed.stream().filter(this::isInForce).map(Thrown::clause).toList(),
        List.of(),
        modes);
  }
}
