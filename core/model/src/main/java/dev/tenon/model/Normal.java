package dev.tenon.model;

import java.util.List;
import java.util.Set;

/**
 * One form for what can be written in several ways, so that clauses of different authors can be
 * compared: parameters by their positions, no negation of what has an opposite, sizes under one
 * name.
 */
final class Normal {

  /** The name of the size of a string, a collection, a map or an array; no method has it. */
  static final String SIZE = "<size>";

  private static final Set<String> STRINGS = Set.of("java.lang.String", "java.lang.CharSequence");
  private static final Set<String> CONTAINERS =
      Set.of(
          "java.util.Collection",
          "java.util.List",
          "java.util.Set",
          "java.util.SortedSet",
          "java.util.NavigableSet",
          "java.util.Queue",
          "java.util.Deque",
          "java.util.Map",
          "java.util.SortedMap",
          "java.util.NavigableMap",
          "java.util.ArrayList",
          "java.util.HashSet",
          "java.util.HashMap");

  private final List<String> parameters;

  private Normal(List<String> parameters) {
    this.parameters = parameters;
  }

  /** The normal form of a clause of an operation with these parameters. */
  static Node of(Node tree, List<String> parameters) {
    return new Normal(parameters).of(tree, false);
  }

  /** The size of a value. */
  static Node size(Node value) {
    return new Node(Node.Kind.CALL, "int", SIZE, List.of(value));
  }

  /** A comparison, or another operation that gives a truth value. */
  static Node binary(Node left, String operator, Node right) {
    return new Node(Node.Kind.BINARY, "boolean", operator, List.of(left, right));
  }

  /** A literal. */
  static Node literal(String type, String text) {
    return new Node(Node.Kind.LITERAL, type, text, List.of());
  }

  /** That a value is not null. */
  static Node isPresent(Node value) {
    return binary(value, "!=", literal("null", "null"));
  }

  /** That a value is null. */
  static Node isAbsent(Node value) {
    return binary(value, "==", literal("null", "null"));
  }

  /** Whether a node is the null literal. */
  static boolean isNull(Node node) {
    return node.kind() == Node.Kind.LITERAL && node.text().equals("null");
  }

  private Node of(Node node, boolean negated) {
    return switch (node.kind()) {
      case UNARY ->
          node.text().equals("!") ? of(node.children().get(0), !negated) : plain(node, negated);
      case BINARY -> binary(node, negated);
      case CONDITIONAL ->
          node.type().equals("boolean")
              ? new Node(
                  node.kind(),
                  node.type(),
                  node.text(),
                  List.of(
                      of(node.children().get(0), false),
                      of(node.children().get(1), negated),
                      of(node.children().get(2), negated)))
              : plain(node, negated);
      case LITERAL ->
          negated && node.type().equals("boolean")
              ? literal("boolean", node.text().equals("true") ? "false" : "true")
              : plain(node, negated);
      default -> plain(node, negated);
    };
  }

  private Node binary(Node node, boolean negated) {
    Node left = node.children().get(0);
    Node right = node.children().get(1);
    String operator = node.text();
    if (operator.equals("&&") || operator.equals("||")) {
      String opposite = operator.equals("&&") ? "||" : "&&";
      return binary(of(left, negated), negated ? opposite : operator, of(right, negated));
    }
    Node compared = ordered(mapped(node));
    if (!negated) {
      return ofSize(compared);
    }
    Comparison comparison = Comparison.of(compared);
    // Only whole numbers: neither order holds of NaN.
    boolean isWhole = comparison != null && comparison.domain() != null;
    return switch (operator) {
      case "==" -> ofSize(with(compared, "!="));
      case "!=" -> ofSize(with(compared, "=="));
      case "<" -> isWhole ? with(compared, ">=") : not(compared);
      case "<=" -> isWhole ? with(compared, ">") : not(compared);
      case ">" -> isWhole ? with(compared, "<=") : not(compared);
      case ">=" -> isWhole ? with(compared, "<") : not(compared);
      default -> not(compared);
    };
  }

  /** With null on the right. */
  private static Node ordered(Node node) {
    return isNull(node.children().get(0)) && Sameness.isAboutNull(node)
        ? binary(node.children().get(1), node.text(), node.children().get(0))
        : node;
  }

  /** No size is below zero. */
  private static Node ofSize(Node node) {
    Comparison comparison = Comparison.of(node);
    if (comparison == null
        || !comparison.operand().text().equals(SIZE)
        || !comparison.number().isWhole()
        || comparison.number().value().longValue() != 0) {
      return node;
    }
    return switch (comparison.operator()) {
      case "==" -> binary(comparison.operand(), "<", literal("int", "1"));
      case "!=" -> binary(comparison.operand(), ">=", literal("int", "1"));
      default -> node;
    };
  }

  private static Node with(Node node, String operator) {
    return new Node(node.kind(), node.type(), operator, node.children());
  }

  private static Node not(Node node) {
    return new Node(Node.Kind.UNARY, "boolean", "!", List.of(node));
  }

  private Node plain(Node node, boolean negated) {
    Node mapped = mapped(node);
    if (isSized(mapped) && isCall(mapped, "isEmpty")) {
      return binary(size(mapped.children().get(0)), negated ? ">=" : "<", literal("int", "1"));
    }
    return negated ? not(mapped) : mapped;
  }

  private Node mapped(Node node) {
    if (node.kind() == Node.Kind.PARAMETER) {
      String position = "#" + parameters.indexOf(node.text());
      return new Node(node.kind(), node.type(), position, List.of());
    }
    List<Node> children = node.children().stream().map(each -> of(each, false)).toList();
    Node mapped = new Node(node.kind(), node.type(), node.text(), children);
    return isSized(mapped) && (isCall(mapped, sizeOf(mapped)) || isLength(mapped))
        ? size(children.get(0))
        : mapped;
  }

  private static String sizeOf(Node node) {
    return STRINGS.contains(receiver(node)) ? "length" : "size";
  }

  private static boolean isCall(Node node, String name) {
    return node.kind() == Node.Kind.CALL && node.text().equals(name);
  }

  private static boolean isLength(Node node) {
    return node.kind() == Node.Kind.FIELD
        && node.text().equals("length")
        && receiver(node).endsWith("[]");
  }

  private static boolean isSized(Node node) {
    if (node.children().size() != 1) {
      return false;
    }
    String type = receiver(node);
    return STRINGS.contains(type) || CONTAINERS.contains(type) || isLength(node);
  }

  private static String receiver(Node node) {
    return Sameness.erased(node.children().get(0).type());
  }
}
