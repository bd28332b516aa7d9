package dev.tenon.cli.ghostwriter;

import dev.tenon.cli.source.Imports;
import dev.tenon.model.Node;
import dev.tenon.model.Node.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Clauses as source outside of their seam: what they ask of the supplier is asked of a variable,
 * and static members are named with their types.
 *
 * @param seam the variable
 * @param imports the names of types
 */
record Expressions(String seam, Imports imports) {

  private static final int PRIMARY = 20;
  private static final int PREFIX = 15;
  private static final int CONDITIONAL = 2;
  private static final int AND = 4;
  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("*", 12),
          Map.entry("/", 12),
          Map.entry("%", 12),
          Map.entry("+", 11),
          Map.entry("-", 11),
          Map.entry("<<", 10),
          Map.entry(">>", 10),
          Map.entry(">>>", 10),
          Map.entry("<", 9),
          Map.entry(">", 9),
          Map.entry("<=", 9),
          Map.entry(">=", 9),
          Map.entry("==", 8),
          Map.entry("!=", 8),
          Map.entry("&", 7),
          Map.entry("^", 6),
          Map.entry("|", 5),
          Map.entry("&&", AND),
          Map.entry("||", 3));

  /** A clause: as it was written, where that means the same here. */
  String clause(Node tree, String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return isBoundToSeam(tree) ? java(tree) : line;
  }

  /** A part of a conjunction. */
  String part(Node node) {
    return at(node, AND + 1);
  }

  private static boolean isBoundToSeam(Node node) {
    boolean isMember = node.kind() == Kind.FIELD || node.kind() == Kind.STATIC_CALL;
    return node.kind() == Kind.THIS
        || (isMember && node.text().indexOf('#') >= 0)
        || node.children().stream().anyMatch(Expressions::isBoundToSeam);
  }

  /** Whether it can be evaluated with the variables that its tree names: nothing is hidden. */
  static boolean isOpen(Node node) {
    return node.kind() != Kind.OPAQUE && node.children().stream().allMatch(Expressions::isOpen);
  }

  /** Whether the supplier is asked. */
  static boolean asksSupplier(Node node) {
    return node.kind() == Kind.THIS || node.children().stream().anyMatch(Expressions::asksSupplier);
  }

  /** The variables that it reads: parameters, and the supplier. */
  Set<String> variables(Node node) {
    Set<String> names = new TreeSet<>();
    if (node.kind() == Kind.PARAMETER) {
      names.add(node.text());
    } else if (node.kind() == Kind.THIS) {
      names.add(seam);
    }
    node.children().forEach(each -> names.addAll(variables(each)));
    return names;
  }

  /** An expression. */
  String java(Node node) {
    List<Node> inside = node.children();
    return switch (node.kind()) {
      case LITERAL, PARAMETER, LOCAL, OPAQUE -> node.text();
      case THIS -> seam;
      case RESULT -> "result";
      case OLD -> "old(" + java(inside.get(0)) + ")";
      case FIELD ->
          inside.isEmpty() ? member(node.text()) : primary(inside.get(0)) + "." + node.text();
      case CALL -> primary(inside.get(0)) + "." + node.text() + arguments(inside, 1);
      case STATIC_CALL -> member(node.text()) + arguments(inside, 0);
      case UNARY -> node.text() + at(inside.get(0), PREFIX);
      case BINARY -> binary(node);
      case CONDITIONAL ->
          at(inside.get(0), CONDITIONAL + 1)
              + " ? "
              + java(inside.get(1))
              + " : "
              + at(inside.get(2), CONDITIONAL);
      case CAST -> "(" + node.text() + ") " + at(inside.get(0), PREFIX);
      case INSTANCEOF -> at(inside.get(0), 9) + " instanceof " + node.text();
      case INDEX -> primary(inside.get(0)) + "[" + java(inside.get(1)) + "]";
    };
  }

  private String binary(Node node) {
    int own = precedence(node);
    String text = at(node.children().get(0), own);
    for (Node each : node.children().subList(1, node.children().size())) {
      text += " " + node.text() + " " + at(each, own + 1);
    }
    return text;
  }

  private String member(String text) {
    int sign = text.indexOf('#');
    return sign < 0 ? text : imports.name(text.substring(0, sign)) + "." + text.substring(sign + 1);
  }

  private String arguments(List<Node> nodes, int from) {
    return nodes.subList(from, nodes.size()).stream()
        .map(this::java)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String primary(Node node) {
    return at(node, PRIMARY);
  }

  private String at(Node node, int atLeast) {
    return precedence(node) < atLeast ? "(" + java(node) + ")" : java(node);
  }

  private static int precedence(Node node) {
    return switch (node.kind()) {
      case BINARY -> PRECEDENCE.getOrDefault(node.text(), CONDITIONAL);
      case CONDITIONAL -> CONDITIONAL;
      case INSTANCEOF -> 9;
      case UNARY, CAST -> PREFIX;
      case OPAQUE -> 0;
      default -> PRIMARY;
    };
  }
}
