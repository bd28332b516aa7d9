package dev.tenon.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The text in which a companion carries a typed tree.
 *
 * <p>For each node, every parent before its children: the kind, the number of children, the lengths
 * of type and text, each followed by one space; then type and text with nothing between.
 * Thread-safe.
 */
public final class NodeText {

  private final String text;
  private int at;

  private NodeText(String text) {
    this.text = text;
  }

  /**
   * Writes a tree.
   *
   * @param root the root of the tree
   * @return its text
   */
  public static String of(Node root) {
    StringBuilder text = new StringBuilder();
    write(root, text);
    return text.toString();
  }

  /**
   * Reads a tree.
   *
   * @param text what {@link #of} gave
   * @return the root of the tree
   * @throws IllegalArgumentException if the text is none of a tree
   */
  public static Node read(String text) {
    NodeText reader = new NodeText(text);
    try {
      Node root = reader.node();
      if (reader.at == text.length()) {
        return root;
      }
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the text of a tree ends early: " + text, e);
    }
    throw new IllegalArgumentException("more than a tree from " + reader.at + " on: " + text);
  }

  private static void write(Node node, StringBuilder text) {
    text.append(node.kind().name()).append(' ');
    text.append(node.children().size()).append(' ');
    text.append(node.type().length()).append(' ');
    text.append(node.text().length()).append(' ');
    text.append(node.type()).append(node.text());
    node.children().forEach(child -> write(child, text));
  }

  private Node node() {
    Node.Kind kind = Node.Kind.valueOf(word());
    int children = Integer.parseInt(word());
    int typeLength = Integer.parseInt(word());
    int textLength = Integer.parseInt(word());
    String type = next(typeLength);
    String own = next(textLength);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < children; i++) {
      nodes.add(node());
    }
    return new Node(kind, type, own, nodes);
  }

  private String word() {
    int end = text.indexOf(' ', at);
    String word = text.substring(at, end);
    at = end + 1;
    return word;
  }

  private String next(int length) {
    String next = text.substring(at, at + length);
    at += length;
    return next;
  }
}
