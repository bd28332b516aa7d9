package dev.tenon.processor;

import java.util.List;

/** An operation with the types of its clauses, in one round. */
record TypedOperation(ReadOperation operation, List<Typing> typings) {

  Typing typing(ReadClause clause) {
    return typings.stream().filter(typing -> typing.clause() == clause).findFirst().orElseThrow();
  }
}
