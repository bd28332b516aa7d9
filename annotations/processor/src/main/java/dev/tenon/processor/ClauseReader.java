package dev.tenon.processor;

import dev.tenon.model.Clause;
import dev.tenon.processor.ClauseParser.Parsed;
import dev.tenon.processor.Complaint.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads the parsed clauses of a declaration: their terms and their names. */
final class ClauseReader {

  private static final int MOST = 63;

  private final Scope scope;
  private final Qualifiers qualifiers;
  private final List<Complaint> complaints = new ArrayList<>();

  ClauseReader(Scope scope, Qualifiers qualifiers) {
    this.scope = scope;
    this.qualifiers = qualifiers;
  }

  List<Complaint> complaints() {
    return complaints;
  }

  ReadContract read(Declaration declaration, Iterator<Parsed> parsed) {
    List<ReadOperation> operations = new ArrayList<>();
    for (OperationText operation : declaration.operations()) {
      List<ReadClause> clauses = new ArrayList<>();
      Map<String, ClauseText> names = new HashMap<>();
      for (ClauseText clause : operation.clauses()) {
        try {
          clauses.add(read(operation, clause, parsed.next(), names));
        } catch (Refusal refusal) {
          complaints.add(refusal.in(clause));
        }
      }
      ReadOperation read = ReadOperation.of(operations.size(), operation, clauses);
      checkCounts(read);
      operations.add(read);
    }
    return new ReadContract(declaration, operations, complaints.isEmpty());
  }

  private ReadClause read(
      OperationText operation, ClauseText clause, Parsed parsed, Map<String, ClauseText> names) {
    Term root = TermBuilder.build(parsed, new Names(operation, clause.role(), scope, qualifiers));
    String name = ClauseNames.of(clause);
    ClauseText other = clause.role() == Clause.Role.AFTER ? null : names.putIfAbsent(name, clause);
    if (other != null) {
      throw new Refusal(0, taken(operation, clause, other, name));
    }
    return new ReadClause(clause, root, name);
  }

  private static String taken(
      OperationText operation, ClauseText clause, ClauseText other, String name) {
    if (clause.name().isEmpty() && clause.exception().equals(other.exception())) {
      return (operation.form() == Form.TYPE ? "this type" : "this operation")
          + " has the same clause in line "
          + other.line();
    }
    return "the name '"
        + name
        + "' is taken by the clause in line "
        + other.line()
        + (clause.name().isEmpty() ? ": give this one a name" : "");
  }

  private void checkCounts(ReadOperation operation) {
    for (Clause.Role role : Clause.Role.values()) {
      List<ReadClause> clauses = operation.of(role);
      if (clauses.size() > MOST) {
        tooMany(clauses.get(MOST), "clauses of one kind");
      }
    }
    if (operation.slots().size() > MOST) {
      tooMany(operation.slots().get(MOST).clause(), "different values captured at entry");
    }
  }

  private void tooMany(ReadClause clause, String what) {
    complaints.add(
        new Complaint(
            clause.written().offsets().of(0), "an operation has at most " + MOST + " " + what));
  }
}
