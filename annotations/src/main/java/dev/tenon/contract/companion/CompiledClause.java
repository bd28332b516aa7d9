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
   * @return {@code "requires"}, {@code "ensures"}, {@code "throws"}, {@code "after"} for what holds
   *     after an exception, or {@code "invariant"}
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
  String because() default "";

  /**
   * The exception that the clause is about.
   *
   * @return its binary name; empty unless the role is {@code "throws"} or {@code "after"}
   */
  String exception() default "";

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
  boolean leaf() default false;

  /**
   * The slots of the carrier that the clause reads.
   *
   * @return the numbers of the slots, ascending; empty without {@code old}
   */
  int[] old() default {};

  /**
   * The texts of the sub-expressions that the explaining form records, by number, in source order.
   *
   * @return the texts
   */
  String[] expressions() default {};

  /**
   * The sub-expressions whose values must not be shown.
   *
   * @return their numbers, ascending
   */
  int[] sensitive() default {};

  /**
   * The structure of the clause: the text of its typed tree.
   *
   * <p>For each node, every parent before its children: the kind, the number of children, the
   * lengths of type and text, each followed by one space; then type and text with nothing between.
   * So {@code amount > 0} is {@code BINARY 2 7 1 boolean>PARAMETER 0 4 6 longamountLITERAL 0 3 1
   * int0}. One text, because a compiler spends on an annotation what it has members and elements.
   *
   * @return the pieces of the text, in order: one, unless it is longer than a constant may be
   */
  String[] tree();
}
