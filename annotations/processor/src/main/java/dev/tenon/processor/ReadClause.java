package dev.tenon.processor;

import dev.tenon.model.Clause;
import java.util.ArrayList;
import java.util.List;

/**
 * A clause whose names are resolved.
 *
 * @param written the clause as written
 * @param root its terms
 * @param name its stable name
 */
record ReadClause(ClauseText written, Term root, String name) {

  Clause.Role role() {
    return written.role();
  }

  /** The text that its terms are of. */
  String text() {
    return written.code();
  }

  /** The terms that are captured at entry, in source order. */
  List<Term> captured() {
    if (role() == Clause.Role.THROWS) {
      return written.isUnconditional() ? List.of() : List.of(root);
    }
    return olds().stream().map(old -> old.children().get(0)).toList();
  }

  /** The uses of {@code old}, in source order. */
  List<Term> olds() {
    List<Term> olds = new ArrayList<>();
    root.postOrder(
        term -> {
          if (term.sort() == Term.Sort.OLD) {
            olds.add(term);
          }
        });
    return olds;
  }

  /** Whether it reads nothing but what its operation takes. */
  boolean isPlain() {
    return role() != Clause.Role.THROWS && captured().isEmpty();
  }

  /** The source of a term. */
  String sourceOf(Term term) {
    return text().substring(term.start(), term.end());
  }
}
