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

  String text() {
    return written.value();
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

  boolean usesOld() {
    return !olds().isEmpty();
  }

  /** The source of a term. */
  String sourceOf(Term term) {
    return text().substring(term.start(), term.end());
  }
}
