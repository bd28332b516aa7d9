package dev.tenon.model;

import java.util.List;
import java.util.Set;

/**
 * Whether two trees of two clauses say the same.
 *
 * @param from the names of the parameters of the one clause
 * @param to the names of the parameters of the other: those at one position are one
 * @param sure whether names need not mean the same in both: what the trees do not resolve, as types
 *     in the text, is never the same then
 */
record Sameness(List<String> from, List<String> to, boolean sure) {

  private static final Set<Node.Kind> OPERANDS = Set.of(Node.Kind.RESULT, Node.Kind.PARAMETER);

  /** Of clauses whose names mean the same. */
  static Sameness of(List<String> from, List<String> to) {
    return new Sameness(from, to, false);
  }

  /** Of normal forms of clauses that may stand in different files. */
  static Sameness ofNormal() {
    return new Sameness(List.of(), List.of(), true);
  }

  /** The same the other way round. */
  Sameness reversed() {
    return new Sameness(to, from, sure);
  }

  /** Equal but for the names of parameters. */
  boolean is(Node one, Node other) {
    if (one.kind() != other.kind() || one.children().size() != other.children().size()) {
      return false;
    }
    if (!(sure ? isSurely(one, other) : isAlike(one, other))) {
      return false;
    }
    boolean isAboutNull = sure && isAboutNull(one) && isAboutNull(other);
    for (int i = 0; i < one.children().size(); i++) {
      Node first = one.children().get(i);
      Node second = other.children().get(i);
      if (!(isAboutNull && isSameOperand(first, second)) && !is(first, second)) {
        return false;
      }
    }
    return true;
  }

  /** What no tree opens may name parameters in its text. */
  private boolean isAlike(Node one, Node other) {
    return switch (one.kind()) {
      case PARAMETER -> from.indexOf(one.text()) == to.indexOf(other.text());
      case OPAQUE -> one.text().equals(other.text()) && from.equals(to);
      default -> one.text().equals(other.text());
    };
  }

  private static boolean isSurely(Node one, Node other) {
    boolean isEqual = one.text().equals(other.text());
    return switch (one.kind()) {
      case THIS -> true;
      case LITERAL, CAST -> isEqual && one.type().equals(other.type());
      case PARAMETER, RESULT, OLD, CALL, UNARY, BINARY, CONDITIONAL, INDEX ->
          isEqual && erased(one.type()).equals(erased(other.type()));
      case FIELD, STATIC_CALL ->
          isEqual
              && (isResolved(one) || (one.kind() == Node.Kind.FIELD && !one.children().isEmpty()))
              && erased(one.type()).equals(erased(other.type()));
      case LOCAL, INSTANCEOF, OPAQUE -> false;
    };
  }

  /** Whether a static name says of which class it is. */
  private static boolean isResolved(Node node) {
    return node.text().indexOf('#') > 0;
  }

  /** One operand is one value, whatever type parameters call its type. */
  private static boolean isSameOperand(Node one, Node other) {
    return OPERANDS.contains(one.kind())
        && one.kind() == other.kind()
        && one.text().equals(other.text());
  }

  /** Whether a node compares something with null. */
  static boolean isAboutNull(Node node) {
    return node.kind() == Node.Kind.BINARY
        && (node.text().equals("==") || node.text().equals("!="))
        && node.children().stream().anyMatch(Normal::isNull);
  }

  /** The type without type arguments. */
  static String erased(String type) {
    StringBuilder erased = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      depth += c == '<' ? 1 : 0;
      if (depth == 0) {
        erased.append(c);
      }
      depth -= c == '>' ? 1 : 0;
    }
    return erased.toString();
  }
}
