package dev.tenon.model;

import java.util.List;

/**
 * One requirement of an operation.
 *
 * <p>Immutable.
 *
 * @param role how it was written
 * @param name its stable name, unique in the operation; what holds after an exception has that of
 *     the exception clause
 * @param text the text as written
 * @param because the reason as written; may be empty
 * @param exception the binary name of the exception that it is about; empty unless it is an
 *     exception clause or what holds after one
 * @param line its line in the source file, from 1
 * @param leaf whether it calls nothing that could cross a seam
 * @param old the slots of captured values that it reads, ascending
 * @param expressions the sub-expressions that evidence lists, in source order
 * @param tree its structure
 */
public record Clause(
    Role role,
    String name,
    String text,
    String because,
    String exception,
    int line,
    boolean leaf,
    List<Integer> old,
    List<Expression> expressions,
    Node tree) {

  /**
   * Keeps copies.
   *
   * @param role how it was written
   * @param name its stable name, unique in the operation; what holds after an exception has that of
   *     the exception clause
   * @param text the text as written
   * @param because the reason as written; may be empty
   * @param exception the binary name of the exception that it is about; empty unless it is an
   *     exception clause or what holds after one
   * @param line its line in the source file, from 1
   * @param leaf whether it calls nothing that could cross a seam
   * @param old the slots of captured values that it reads, ascending
   * @param expressions the sub-expressions that evidence lists, in source order
   * @param tree its structure
   */
  public Clause {
    old = List.copyOf(old);
    expressions = List.copyOf(expressions);
  }

  /** The annotation that a clause was written with. */
  public enum Role {
    /** A precondition. */
    REQUIRES,
    /** A guarantee of normal returns. */
    ENSURES,
    /** An exception clause; its text is the condition and may be empty. */
    THROWS,
    /** What holds after the exception of the exception clause before it, whose name it has. */
    AFTER,
    /** An invariant of the type. */
    INVARIANT
  }
}
