package dev.tenon.contract.companion;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The typed tree of a clause as parallel arrays: node {@code i} has kind, type and text at position
 * {@code i}, nodes stand in pre-order, node 0 is the root.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface CompiledTree {

  /**
   * The kinds of the nodes.
   *
   * @return the names of the constants of the model's node kinds
   */
  String[] kind();

  /**
   * The static types of the nodes.
   *
   * @return the types as Java source with full names; empty where a node has none
   */
  String[] type();

  /**
   * Operator, name or literal of the nodes.
   *
   * @return the texts; empty where the kind says all
   */
  String[] text();

  /**
   * The parents of the nodes.
   *
   * @return the position of each node's parent; -1 for the root
   */
  int[] parent();
}
