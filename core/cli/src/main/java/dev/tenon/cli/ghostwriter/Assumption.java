package dev.tenon.cli.ghostwriter;

import dev.tenon.model.Clause;

/**
 * A precondition that the values do not keep by how they are made.
 *
 * @param clause the clause
 */
record Assumption(Clause clause) {

  /** Why it is there, for a comment; empty when nobody says. */
  String reason() {
    return clause.because().isEmpty()
        ? ""
        : clause.name() + ": " + clause.because().strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
