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
 * @param slots what is captured at entry, equal texts once: arguments of {@code old}, conditions of
 *     exception clauses
 */
record ReadOperation(
    int number, OperationText written, List<ReadClause> clauses, List<Slot> slots) {

  /** One captured value: the clause that has it first, and its term. */
  record Slot(int number, ReadClause clause, Term argument, String key) {

    String text() {
      return Tokens.folded(clause.sourceOf(argument));
    }
  }

  static ReadOperation of(int number, OperationText written, List<ReadClause> clauses) {
    List<Slot> slots = new ArrayList<>();
    for (ReadClause clause : clauses) {
      for (Term argument : clause.captured()) {
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

  /** The slot of a captured term, or of a use of {@code old}. */
  Slot slot(ReadClause clause, Term term) {
    String key = key(clause, term.sort() == Term.Sort.OLD ? term.children().get(0) : term);
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
