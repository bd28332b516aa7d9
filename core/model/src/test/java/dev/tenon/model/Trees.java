package dev.tenon.model;

import java.util.List;
import java.util.Map;

/** Small trees, and what they are worth for some values. */
final class Trees {

  static final Node N = parameter("int", "n");
  static final Node B = parameter("boolean", "b");

  private Trees() {}

  static Node parameter(String type, String name) {
    return new Node(Node.Kind.PARAMETER, type, name, List.of());
  }

  static Node number(int value) {
    Node literal = literal("int", Integer.toString(Math.abs(value)));
    return value < 0 ? new Node(Node.Kind.UNARY, "int", "-", List.of(literal)) : literal;
  }

  static Node literal(String type, String text) {
    return new Node(Node.Kind.LITERAL, type, text, List.of());
  }

  static Node binary(Node left, String operator, Node right) {
    return new Node(Node.Kind.BINARY, "boolean", operator, List.of(left, right));
  }

  static Node not(Node of) {
    return new Node(Node.Kind.UNARY, "boolean", "!", List.of(of));
  }

  static Node choice(Node condition, Node yes, Node no) {
    return new Node(Node.Kind.CONDITIONAL, "boolean", "", List.of(condition, yes, no));
  }

  /** Whether a boolean tree is true for the values of its parameters. */
  static boolean isTrue(Node tree, Map<String, ?> values) {
    return switch (tree.kind()) {
      case LITERAL -> tree.text().equals("true");
      case PARAMETER -> Boolean.TRUE.equals(values.get(tree.text()));
      case UNARY -> !isTrue(tree.children().get(0), values);
      case CONDITIONAL ->
          isTrue(tree.children().get(isTrue(tree.children().get(0), values) ? 1 : 2), values);
      case BINARY -> isTrue(tree.text(), tree.children(), values);
      default -> throw new AssertionError(tree);
    };
  }

  private static boolean isTrue(String operator, List<Node> operands, Map<String, ?> values) {
    Node left = operands.get(0);
    Node right = operands.get(1);
    return switch (operator) {
      case "&&" -> isTrue(left, values) && isTrue(right, values);
      case "||" -> isTrue(left, values) || isTrue(right, values);
      case "<" -> value(left, values) < value(right, values);
      case "<=" -> value(left, values) <= value(right, values);
      case ">" -> value(left, values) > value(right, values);
      case ">=" -> value(left, values) >= value(right, values);
      case "==" -> value(left, values) == value(right, values);
      case "!=" -> value(left, values) != value(right, values);
      default -> throw new AssertionError(operator);
    };
  }

  private static double value(Node tree, Map<String, ?> values) {
    return switch (tree.kind()) {
      case LITERAL -> Double.parseDouble(tree.text());
      case UNARY -> -value(tree.children().get(0), values);
      case PARAMETER -> ((Number) values.get(tree.text())).doubleValue();
      default -> throw new AssertionError(tree);
    };
  }
}
