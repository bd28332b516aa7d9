package dev.tenon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads small expressions as typed trees; names that start with a capital are static. */
final class TreeReader {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(&&|\\|\\||[<>=!]=|[<>!().,-]|[\\w$#]+(?:\\.\\d+)?)");
  private static final List<List<String>> BINARY =
      List.of(List.of("||"), List.of("&&"), List.of("==", "!=", "<", "<=", ">", ">="));
  private static final Map<String, String> CALLS =
      Map.of("size", "int", "length", "int", "isEmpty", "boolean", "cents", "long");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, String> types;
  private int at;

  private TreeReader(Map<String, String> types) {
    this.types = types;
  }

  /** The tree of a text; the types are those of the result and of the parameters. */
  static Node read(String text, Map<String, String> types) {
    TreeReader reader = new TreeReader(types);
    Matcher matcher = TOKEN.matcher(text.trim());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      reader.tokens.add(matcher.group(1));
      end = matcher.end();
    }
    Node read = reader.binary(0);
    if (end != text.trim().length() || reader.at != reader.tokens.size()) {
      throw new AssertionError("cannot read " + text);
    }
    return read;
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private boolean takes(String token) {
    boolean is = peek().equals(token);
    at += is ? 1 : 0;
    return is;
  }

  private Node binary(int level) {
    if (level == BINARY.size()) {
      return unary();
    }
    Node left = binary(level + 1);
    while (BINARY.get(level).contains(peek())) {
      String operator = tokens.get(at++);
      left = Trees.binary(left, operator, binary(level + 1));
    }
    return left;
  }

  private Node unary() {
    if (takes("!")) {
      return Trees.not(unary());
    }
    if (takes("-")) {
      Node number = unary();
      return new Node(Node.Kind.UNARY, number.type(), "-", List.of(number));
    }
    Node node = primary();
    while (takes(".")) {
      node = member(node, tokens.get(at++));
    }
    return node;
  }

  private Node primary() {
    if (takes("(")) {
      Node inside = binary(0);
      takes(")");
      return inside;
    }
    String word = tokens.get(at++);
    if (types.containsKey(word) || word.equals("result")) {
      return word.equals("result")
          ? new Node(Node.Kind.RESULT, types.getOrDefault(word, ""), "", List.of())
          : Trees.parameter(types.getOrDefault(word, ""), word);
    }
    if (word.equals("old") && takes("(")) {
      Node inside = binary(0);
      takes(")");
      return new Node(Node.Kind.OLD, inside.type(), "", List.of(inside));
    }
    if (Character.isDigit(word.charAt(0))) {
      return Trees.literal(word.contains(".") ? "double" : "int", word);
    }
    return switch (word) {
      case "null" -> Trees.literal("null", word);
      case "true", "false" -> Trees.literal("boolean", word);
      default -> named(word);
    };
  }

  /** Something of the seam, or static. */
  private Node named(String word) {
    Node self = new Node(Node.Kind.THIS, "", "", List.of());
    boolean isStatic = Character.isUpperCase(word.charAt(0));
    if (!peek().equals("(")) {
      return new Node(Node.Kind.FIELD, "int", word, isStatic ? List.of() : List.of(self));
    }
    List<Node> arguments = arguments();
    if (isStatic) {
      return new Node(Node.Kind.STATIC_CALL, "int", word, arguments);
    }
    arguments.add(0, self);
    return new Node(Node.Kind.CALL, CALLS.getOrDefault(word, "int"), word, arguments);
  }

  private Node member(Node of, String name) {
    if (!peek().equals("(")) {
      return new Node(Node.Kind.FIELD, "int", name, List.of(of));
    }
    List<Node> children = arguments();
    children.add(0, of);
    return new Node(Node.Kind.CALL, CALLS.getOrDefault(name, "java.lang.String"), name, children);
  }

  private List<Node> arguments() {
    List<Node> arguments = new ArrayList<>();
    takes("(");
    while (!takes(")")) {
      arguments.add(binary(0));
      takes(",");
    }
    return arguments;
  }
}
