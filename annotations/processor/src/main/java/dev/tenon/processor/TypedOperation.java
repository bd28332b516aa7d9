package dev.tenon.processor;

import java.util.List;

/**
 * An operation with the types of its clauses, in one round.
 *
 * @param operation the operation
 * @param typings the types, by clause
 * @param evidence what evidence lists, by clause
 */
record TypedOperation(ReadOperation operation, List<Typing> typings, List<Evidence> evidence) {

  Typing typing(ReadClause clause) {
    return typings.get(operation.clauses().indexOf(clause));
  }

  Evidence evidence(ReadClause clause) {
    return evidence.get(operation.clauses().indexOf(clause));
  }
}
