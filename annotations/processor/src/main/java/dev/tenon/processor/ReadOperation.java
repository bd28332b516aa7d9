package dev.tenon.processor;

import dev.tenon.model.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An operation whose clauses are read.
 *
 * @param number its number in the companion
 * @param written the operation as written
 * @param clauses its clauses in source order
 * @param slots the arguments of {@code old}, equal ones once
 */
record ReadOperation(
    int number, OperationText written, List<ReadClause> clauses, List<Slot> slots) {

  /** One argument of {@code old}: the clause that has it first, and its term. */
  record Slot(int number, ReadClause clause, Term argument, String key) {

    String text() {
      return Tokens.folded(clause.sourceOf(argument));
    }
  }

  static ReadOperation of(int number, OperationText written, List<ReadClause> clauses) {
    List<Slot> slots = new ArrayList<>();
    for (ReadClause clause : clauses) {
      for (Term old : clause.olds()) {
        Term argument = old.children().get(0);
        String key = key(clause, argument);
        if (slots.stream().noneMatch(slot -> slot.key.equals(key))) {
          slots.add(new Slot(slots.size(), clause, argument, key));
        }
      }
    }
    return new ReadOperation(number, written, List.copyOf(clauses), List.copyOf(slots));
  }

  private static String key(ReadClause clause, Term argument) {
    return String.join(" ", Tokens.of(clause.sourceOf(argument)));
  }

  /** The slot that a use of {@code old} reads. */
  Slot slot(ReadClause clause, Term old) {
    String key = key(clause, old.children().get(0));
    return slots.stream().filter(slot -> slot.key.equals(key)).findFirst().orElseThrow();
  }

  List<ReadClause> of(Clause.Role role) {
    return clauses.stream().filter(clause -> clause.role() == role).toList();
  }

  /** The name of the method of a clause, from the name of its role. */
  String method(ReadClause clause) {
    return role(clause.role()) + "$" + number + "$" + of(clause.role()).indexOf(clause);
  }

  static String role(Clause.Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
