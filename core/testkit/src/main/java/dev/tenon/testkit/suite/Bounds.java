package dev.tenon.testkit.suite;

import dev.tenon.model.Node;
import dev.tenon.model.Node.Kind;
import dev.tenon.testkit.relation.Literal;
import java.util.ArrayList;
import java.util.List;

/** The bounds of comparisons: at each, just inside and just outside. */
final class Bounds {

  /** How the goals of bounds begin. */
  static final String NEAR = "near ";

  private Bounds() {}

  /** For each comparison of a branch, the branch with that at its bound, and beside it. */
  static List<List<Literal>> of(List<Literal> branch) {
    List<List<Literal>> found = new ArrayList<>();
    for (Literal each : branch) {
      for (Node at : at(each)) {
        List<Literal> nearer = new ArrayList<>(branch);
        nearer.add(new Literal(at, true, each.origin()));
        found.add(nearer);
      }
    }
    return found;
  }

  /** The equations that put a comparison at its bound, and just inside. */
  private static List<Node> at(Literal literal) {
    Node node = literal.node();
    boolean isOrder =
        node.kind() == Kind.BINARY && node.children().size() == 2 && isOrder(node.text());
    if (!isOrder || isOfOrder(node)) {
      return List.of();
    }
    String operator = literal.isTrue() ? node.text() : opposite(node.text());
    Node left = node.children().get(0);
    Node right = node.children().get(1);
    int inwards = operator.startsWith("<") ? -1 : 1;
    int first = operator.endsWith("=") ? 0 : inwards;
    if (isReal(left) || isReal(right)) {
      return first == 0 ? List.of(equation(left, right)) : List.of();
    }
    return List.of(
        equation(left, shifted(right, first)), equation(left, shifted(right, first + inwards)));
  }

  /** What has no next number. */
  private static boolean isReal(Node node) {
    return switch (node.type()) {
      case "double", "float", "java.lang.Double", "java.lang.Float" -> true;
      default -> false;
    };
  }

  private static boolean isOrder(String operator) {
    return operator.startsWith("<") || operator.startsWith(">");
  }

  /** {@code compareTo} says an order, not a distance. */
  private static boolean isOfOrder(Node node) {
    return node.children().stream()
        .anyMatch(
            each ->
                each.kind() == Kind.CALL
                    && (each.text().equals("compareTo") || each.text().equals("signum")));
  }

  private static String opposite(String operator) {
    return switch (operator) {
      case "<" -> ">=";
      case "<=" -> ">";
      case ">" -> "<=";
      default -> "<";
    };
  }

  private static Node equation(Node left, Node right) {
    return new Node(Kind.BINARY, "boolean", "==", List.of(left, right));
  }

  private static Node shifted(Node node, int by) {
    Node one = new Node(Kind.LITERAL, "int", String.valueOf(Math.abs(by)), List.of());
    return by == 0
        ? node
        : new Node(Kind.BINARY, node.type(), by < 0 ? "-" : "+", List.of(node, one));
  }
}
