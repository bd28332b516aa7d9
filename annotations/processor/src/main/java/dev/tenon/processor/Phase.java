package dev.tenon.processor;

import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.model.Clause;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what one role of one operation needs: the methods that ask its clauses, and explain them.
 */
final class Phase {

  private static final String FLAG = "dev.tenon.contract.companion.Flag $flag, ";
  private static final String TRACE = "dev.tenon.contract.companion.Trace $trace, ";

  private final Declaration declaration;
  private final TypedOperation typed;
  private final ReadOperation operation;
  private final Clause.Role role;
  private final Slots slots;
  private final Signature signature;

  Phase(Declaration declaration, TypedOperation typed, Clause.Role role, Slots slots) {
    this.declaration = declaration;
    this.typed = typed;
    this.operation = typed.operation();
    this.role = role;
    this.slots = slots;
    this.signature = operation.written().signature();
  }

  private String name(String variant) {
    return ReadOperation.role(role) + variant + "$" + operation.number();
  }

  private Operands operands() {
    Operands operands = operation.written().operands(role);
    return switch (role) {
      case REQUIRES, INVARIANT -> operands;
      case ENSURES, THROWS, AFTER -> operands.with(slots.operands());
    };
  }

  void dispatch(CompanionText text, boolean leaf) {
    List<ReadClause> clauses = operation.of(role);
    String declared = operands().declared();
    StringBuilder all = new StringBuilder();
    StringBuilder armed = new StringBuilder();
    for (int rank = 0; rank < clauses.size(); rank++) {
      String call = "!" + call(clauses.get(rank));
      all.append("if (").append(call).append(") return ").append(rank).append(";\n    ");
      armed
          .append("if (($armed & ")
          .append(1L << rank)
          .append("L) != 0L && ")
          .append(call)
          .append(") return ")
          .append(rank)
          .append(";\n    ");
    }
    String generics = signature.generics();
    text.method(generics + "int " + name(""), declared, all + "return -1;");
    text.method(generics + "int " + name("Of"), "long $armed, " + declared, armed + "return -1;");
    if (!leaf) {
      text.method(
          generics + "int " + name("Under"),
          FLAG + "long $armed, " + declared,
          "if ($flag.on) return -2;\n    $flag.on = true;\n    try { return "
              + own(signature)
              + name("Of")
              + "($armed, "
              + operands().passed()
              + "); } finally { $flag.on = false; }");
    }
  }

  private String own(Signature of) {
    return of.witness().isEmpty()
        ? ""
        : declaration.companion(CompiledContract.SUFFIX) + "." + of.witness();
  }

  private String call(ReadClause clause) {
    ClauseMethod method = ClauseMethod.of(operation, clause, slots);
    String owner =
        clause.isPlain()
            ? declaration.companion(ClausesWriter.SUFFIX) + "." + signature.witness()
            : own(signature);
    return owner + operation.method(clause) + "(" + method.operands().passed() + ")";
  }

  /** The method of a clause that reads captured values. */
  void own(CompanionText text, ReadClause clause) {
    ClauseMethod method = ClauseMethod.of(operation, clause, slots);
    text.comment(clause);
    text.hidden(
        signature.generics() + "boolean " + operation.method(clause),
        method.operands().declared(),
        method.body());
  }

  void explain(CompanionText text) {
    String name = "explain" + JavaText.title(ReadOperation.role(role)) + "$" + operation.number();
    List<ReadClause> clauses = operation.of(role);
    StringBuilder body = new StringBuilder("return switch ($clause) {\n");
    for (int rank = 0; rank < clauses.size(); rank++) {
      ReadClause clause = clauses.get(rank);
      body.append("      case ").append(rank).append(" -> ");
      body.append(role == Clause.Role.THROWS ? condition(clause) : expression(clause));
    }
    body.append("      default -> throw new java.lang.IllegalArgumentException();\n    };");
    text.method(
        signature.generics() + "boolean " + name,
        "int $clause, " + TRACE + operands().declared(),
        body.toString());
  }

  private String expression(ReadClause clause) {
    Map<Integer, String> recorders = typed.evidence(clause).recorders();
    Printer printer =
        new Printer(clause.text(), (term, self) -> recorded(clause, term, self, recorders));
    return "(" + printer.print(clause.root()) + "\n);\n";
  }

  /** A condition was asked at entry: what it was asked about is recorded beside its value. */
  private String condition(ReadClause clause) {
    if (clause.captured().isEmpty()) {
      return "true;\n";
    }
    StringBuilder block = new StringBuilder("{ ");
    Map<Integer, String> recorders = typed.evidence(clause).recorders();
    clause
        .root()
        .postOrder(
            term -> {
              String recorder = term.isSame(clause.root()) ? null : recorders.get(term.id());
              if (recorder != null) {
                block.append(recorder).append(term.text()).append("); ");
              }
            });
    String value = slots.value(clause, clause.root());
    String recorder = recorders.get(clause.root().id());
    block.append("yield !").append(recorder == null ? value : recorder + value + ")");
    return block.append("; }\n").toString();
  }

  private @Nullable String recorded(
      ReadClause clause, Term term, Printer printer, Map<Integer, String> recorders) {
    String old = slots.read(clause, term);
    String recorder = recorders.get(term.id());
    if (recorder == null) {
      return old;
    }
    return recorder + (old == null ? printer.plain(term) : old) + ")";
  }
}
