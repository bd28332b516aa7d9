package dev.tenon.processor;

import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import dev.tenon.model.Fingerprint;
import dev.tenon.model.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes the contract from typed clauses. */
final class ContractBuilder {

  private final Declaration declaration;
  private final Leaves leaves;
  private final Nodes nodes;

  ContractBuilder(Declaration declaration, Surroundings around) {
    this.declaration = declaration;
    this.leaves = new Leaves(around.toolbox(), around.calls());
    this.nodes = new Nodes(new Statics(around));
  }

  Contract build(List<TypedOperation> operations) {
    List<Operation> built = new ArrayList<>();
    for (TypedOperation operation : operations) {
      built.add(operation(operation));
    }
    return new Contract(
        declaration.target().binaryName(),
        declaration.mirror() == Mirror.VIEW ? declaration.binaryName() : "",
        declaration.source(),
        fingerprint(declaration),
        built,
        declaration.constrained());
  }

  private Operation operation(TypedOperation typed) {
    ReadOperation read = typed.operation();
    List<Clause> clauses = new ArrayList<>();
    for (ReadClause clause : read.clauses()) {
      clauses.add(clause(typed, clause));
    }
    return new Operation(
        read.written().name(),
        read.written().descriptor(),
        read.written().form() == Form.STATIC_METHOD,
        read.written().signature().names(),
        clauses,
        read.slots().stream().map(ReadOperation.Slot::text).toList(),
        read.slots().stream().anyMatch(slot -> isGuarded(typed, slot)));
  }

  /** Whether a capture calls what may cross a seam: copying a collection calls its methods. */
  private boolean isGuarded(TypedOperation typed, ReadOperation.Slot slot) {
    Typing typing = typed.typing(slot.clause());
    return Snapshot.of(SlotTypes.of(typing, slot)) == Snapshot.COPY
        || !leaves.isLeaf(typing, slot.argument());
  }

  private Clause clause(TypedOperation typed, ReadClause clause) {
    Typing typing = typed.typing(clause);
    List<Integer> slots =
        clause.captured().stream()
            .map(captured -> typed.operation().slot(clause, captured).number())
            .distinct()
            .sorted()
            .toList();
    return new Clause(
        clause.role(),
        clause.name(),
        clause.written().value(),
        clause.written().because(),
        clause.written().exception(),
        clause.written().line(),
        clause.role() == Clause.Role.THROWS || leaves.isLeaf(typing, clause.root()),
        slots,
        typed.evidence(clause).expressions(),
        nodes.of(typing, clause.root()));
  }

  static String fingerprint(Declaration declaration) {
    Fingerprint fingerprint = new Fingerprint(declaration.binaryName());
    for (OperationText operation : declaration.operations()) {
      Map<Clause.Role, Integer> counts = new EnumMap<>(Clause.Role.class);
      for (ClauseText clause : operation.clauses()) {
        if (clause.role() == Clause.Role.AFTER) {
          // Its exception clause states it as well.
          continue;
        }
        int ordinal = counts.merge(clause.role(), 1, Integer::sum) - 1;
        fingerprint.add(
            operation.name(), operation.descriptor(), clause.role(), ordinal, clause.stated());
      }
    }
    return fingerprint.digest();
  }
}
