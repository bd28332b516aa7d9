package dev.tenon.internal.guard;

import dev.tenon.internal.check.Side;
import dev.tenon.model.Clause;

/**
 * What a supplier owes where its call returns: the clauses of one role of one declaration.
 *
 * @param index the number of the declaration in the plan
 * @param term the declaration
 * @param role the role
 * @param clauses which of its clauses, a bit each
 */
record Duty(int index, Term term, Clause.Role role, long clauses) {

  Side side() {
    return term.checks().side(role);
  }

  /** Whether its clauses may name the result. */
  boolean takesResult() {
    return role == Clause.Role.ENSURES && term.checks().erased().returnType() != void.class;
  }
}
