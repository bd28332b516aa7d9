package dev.tenon.model;

import java.util.List;

/**
 * A node of the typed tree of a clause.
 *
 * <p>Immutable.
 *
 * @param kind what stands here
 * @param type its static type as Java source with full names; empty where it has none
 * @param text operator, name or literal; empty where the kind says all
 * @param children its operands in source order
 */
public record Node(Kind kind, String type, String text, List<Node> children) {

  /**
   * Keeps copies.
   *
   * @param kind what stands here
   * @param type its static type as Java source with full names; empty where it has none
   * @param text operator, name or literal; empty where the kind says all
   * @param children its operands in source order
   */
  public Node {
    children = List.copyOf(children);
  }

  /** What a node is. */
  public enum Kind {
    /** A literal, {@code null} included. */
    LITERAL,
    /** A parameter of the operation. */
    PARAMETER,
    /** The supplier itself. */
    THIS,
    /** The value returned. */
    RESULT,
    /** The value of its operand at entry. */
    OLD,
    /**
     * A static or instance field; a receiver is the first child. The text is its name; of a static
     * one the binary name of its class, {@code #} and its name, or where that is not known the name
     * as in the source.
     */
    FIELD,
    /** A variable of a lambda or pattern. */
    LOCAL,
    /** A call; a receiver is the first child, then the arguments. */
    CALL,
    /**
     * A call of a static method; the text is the binary name of its class, {@code #} and its name,
     * or where that is not known the name as in the source; the children are the arguments.
     */
    STATIC_CALL,
    /** A prefix operator. */
    UNARY,
    /** A binary operator. */
    BINARY,
    /** A conditional expression. */
    CONDITIONAL,
    /** A cast; the text is the type. */
    CAST,
    /** A type test; the text is the type or pattern. */
    INSTANCEOF,
    /** An element of an array. */
    INDEX,
    /**
     * Whatever the tree does not open: lambdas, switches, constructor calls; the text is the
     * source.
     */
    OPAQUE
  }
}
