package dev.tenon.contract.companion;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One clause of a {@link CompiledOperation}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface CompiledClause {

  /**
   * The annotation it was written with.
   *
   * @return {@code "requires"} or {@code "ensures"}
   */
  String role();

  /**
   * The stable name, unique in its operation.
   *
   * @return the name
   */
  String name();

  /**
   * The text as written.
   *
   * @return the text
   */
  String text();

  /**
   * The reason as written.
   *
   * @return the reason; may be empty
   */
  String because();

  /**
   * The line of the clause in the source file.
   *
   * @return the line, from 1
   */
  int line();

  /**
   * Whether the clause is a leaf: it calls nothing that could cross a seam.
   *
   * @return true for a leaf
   */
  boolean leaf();

  /**
   * The slots of the carrier that the clause reads.
   *
   * @return the numbers of the slots, ascending; empty without {@code old}
   */
  int[] old();

  /**
   * The texts of the sub-expressions that the explaining form records, by number, in source order.
   *
   * @return the texts
   */
  String[] expressions();

  /**
   * The sub-expressions whose values must not be shown.
   *
   * @return their numbers, ascending
   */
  int[] sensitive();

  /**
   * The structure of the clause.
   *
   * @return the typed tree
   */
  CompiledTree tree();
}
