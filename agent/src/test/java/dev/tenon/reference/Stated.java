package dev.tenon.reference;

import dev.tenon.reference.Evaluation.Captured;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Program.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one declaration says of one handoff.
 *
 * @param modes the modes at its entry
 * @param now the mode of a clause whenever it is asked
 */
record Stated(
    List<Clause> requires,
    List<Clause> ensures,
    List<Thrown> exceptions,
    Map<Clause, Mode> modes,
    Function<Clause, Mode> now) {

  static Stated of(Operation operation, Function<Clause, Mode> modes) {
    return of(operation.requires(), operation.ensures(), operation.exceptions(), modes);
  }

  static Stated of(
      List<Clause> requires,
      List<Clause> ensures,
      List<Thrown> exceptions,
      Function<Clause, Mode> modes) {
    Map<Clause, Mode> known = new HashMap<>();
    Stated stated = new Stated(requires, ensures, exceptions, known, modes);
    stated.clauses().forEach(clause -> known.put(clause, modes.apply(clause)));
    return stated;
  }

  /** All its clauses, in source order. */
  List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>(requires);
    clauses.addAll(ensures);
    clauses.addAll(list().all());
    return clauses;
  }

  boolean isInForce() {
    return clauses().stream().anyMatch(this::isInForce);
  }

  private boolean isInForce(Clause clause) {
    return modes.get(clause) != Mode.OFF;
  }

  ExceptionList list() {
    return new ExceptionList(exceptions, modes);
  }

  /** Asked at entry: what is off as well where the exit is judged. */
  Verdicts atEntry(Evaluation entry) {
    boolean isAnythingPromised = !promised().isEmpty() || list().isClosed();
    return Verdicts.of(isAnythingPromised ? requires : inForce(requires), entry, modes);
  }

  Verdicts atReturn(Evaluation exit) {
    return Verdicts.of(promised(), exit, modes);
  }

  private List<Clause> promised() {
    List<Clause> promised = new ArrayList<>(inForce(ensures));
    promised.addAll(list().demands());
    return promised;
  }

  private List<Clause> inForce(List<Clause> clauses) {
    return clauses.stream().filter(this::isInForce).toList();
  }

  /** The old values of a handoff that begins. */
  Map<Old, Captured> captured(Evaluation entry) {
    Map<Old, Captured> olds = new HashMap<>();
    for (Clause clause : clauses()) {
      Olds.in(clause.condition()).forEach(old -> olds.put(old, captured(old, entry)));
    }
    return olds;
  }

  static Captured captured(Old old, Evaluation evaluation) {
    try {
      return new Captured(evaluation.of(old.of()), null);
    } catch (RuntimeException failure) {
      return new Captured(null, failure);
    }
  }

  boolean hasPrecondition(Clause clause) {
    return requires.contains(clause);
  }

  boolean hasException(Clause clause) {
    return exceptions.stream().anyMatch(each -> each.name().equals(clause.name()));
  }

  boolean has(Clause clause) {
    return requires.contains(clause) || ensures.contains(clause) || hasException(clause);
  }

  /** The names of the clauses in force about how a call ends. */
  List<String> promised(boolean byException) {
    return byException
        ? exceptions.stream().filter(each -> isInForce(each.clause())).map(Thrown::name).toList()
        : inForce(ensures).stream().map(Clause::name).toList();
  }
}
