package dev.tenon.internal.declaration;

import dev.tenon.model.Contract;

/** What one type says about its operations, and whether that can be enforced. */
public sealed interface Declaration {

  /** A type without clauses of its own. */
  record Silent() implements Declaration {}

  /**
   * A type whose clauses were compiled.
   *
   * @param type the type that they are about: the declaring one, or the target of a holder
   * @param contract its contract
   * @param companion the class that holds the compiled clauses
   */
  record Compiled(Class<?> type, Contract contract, Class<?> companion) implements Declaration {}

  /**
   * A type whose clauses cannot be enforced.
   *
   * @param type the type that they are about: the declaring one, or the target of a holder
   * @param reason why, and what to do
   */
  record Unenforceable(Class<?> type, String reason) implements Declaration {}
}
