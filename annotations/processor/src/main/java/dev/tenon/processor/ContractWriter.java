package dev.tenon.processor;

import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import dev.tenon.model.Operation;
import java.util.List;
import java.util.Objects;

/** Writes the companion that the run time links. */
final class ContractWriter {

  /** Copies with the equality and the comparator of the original; null stays null. */
  private static final String COPIES =
      """
      private static final class Copies$ {
          private static <$E> java.util.List<$E> copy(java.util.List<$E> $it) {
            return $it == null ? null : new java.util.ArrayList<$E>($it);
          }
          private static <$E> java.util.SortedSet<$E> copy(java.util.SortedSet<$E> $it) {
            return $it == null ? null : new java.util.TreeSet<$E>($it);
          }
          private static <$E> java.util.Set<$E> copy(java.util.Set<$E> $it) {
            if ($it instanceof java.util.SortedSet) return copy((java.util.SortedSet<$E>) $it);
            return $it == null ? null : new java.util.LinkedHashSet<$E>($it);
          }
          private static <$K, $V> java.util.SortedMap<$K, $V> copy(java.util.SortedMap<$K, $V> $it) {
            return $it == null ? null : new java.util.TreeMap<$K, $V>($it);
          }
          private static <$K, $V> java.util.Map<$K, $V> copy(java.util.Map<$K, $V> $it) {
            if ($it instanceof java.util.SortedMap) return copy((java.util.SortedMap<$K, $V>) $it);
            if ($it instanceof java.util.IdentityHashMap) return new java.util.IdentityHashMap<$K, $V>($it);
            return $it == null ? null : new java.util.LinkedHashMap<$K, $V>($it);
          }
          private static <$E> java.util.Collection<$E> copy(java.util.Collection<$E> $it) {
            if ($it instanceof java.util.Set) return copy((java.util.Set<$E>) $it);
            return $it == null ? null : new java.util.ArrayList<$E>($it);
          }
        }""";

  private final Declaration declaration;
  private final Contract contract;
  private final List<TypedOperation> operations;
  private final Toolbox toolbox;
  private final CompanionText text;
  private final int unpromised;
  private boolean copies;

  ContractWriter(
      Declaration declaration,
      Contract contract,
      List<TypedOperation> operations,
      Toolbox toolbox,
      int unpromised) {
    this.declaration = declaration;
    this.contract = contract;
    this.operations = operations;
    this.toolbox = toolbox;
    this.unpromised = unpromised;
    this.text = new CompanionText(declaration, CompiledContract.SUFFIX);
  }

  String write() {
    for (int i = 0; i < operations.size(); i++) {
      operation(operations.get(i), contract.operations().get(i));
    }
    if (copies) {
      text.member(COPIES);
    }
    return text.close(contract, unpromised);
  }

  private void operation(TypedOperation typed, Operation built) {
    ReadOperation operation = typed.operation();
    Slots slots = new Slots(typed, declaration.companion(CompiledContract.SUFFIX), toolbox);
    for (Clause.Role role : Clause.Role.values()) {
      List<ReadClause> clauses = operation.of(role);
      if (clauses.isEmpty()) {
        continue;
      }
      boolean leaf =
          built.clauses().stream().filter(clause -> clause.role() == role).allMatch(Clause::leaf);
      Phase phase = new Phase(declaration, typed, role, slots);
      phase.dispatch(text, leaf);
      for (ReadClause clause : clauses) {
        if (!clause.isPlain()) {
          phase.own(text, clause);
        }
      }
      phase.explain(text);
      if (role == Clause.Role.THROWS) {
        throwing(operation);
      }
    }
    copies |= slots.hasCopies();
    slots.write(text, built.guardedCapture());
  }

  /** Tells which exception clauses an exception is of. */
  private void throwing(ReadOperation operation) {
    StringBuilder body = new StringBuilder("return switch ($clause) {\n");
    int rank = 0;
    for (ReadClause clause : operation.of(Clause.Role.THROWS)) {
      Thrown thrown = Objects.requireNonNull(clause.written().thrown());
      body.append("      case ").append(rank++).append(" -> $thrown instanceof ");
      body.append(thrown.canonicalName()).append(";\n");
    }
    body.append("      default -> throw new java.lang.IllegalArgumentException();\n    };");
    text.method(
        "boolean throwing$" + operation.number(),
        "int $clause, java.lang.Throwable $thrown",
        body.toString());
  }
}
