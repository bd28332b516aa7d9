package dev.tenon.cli.ghostwriter;

import dev.tenon.model.Node;
import dev.tenon.model.Node.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is compared: a parameter, or the size of one.
 *
 * @param parameter the name of the parameter
 * @param isSize whether it is its size, or length
 */
record Quantity(String parameter, boolean isSize) {

  /** What a node is; null for anything else. */
  static @Nullable Quantity of(Node node) {
    if (node.kind() == Kind.PARAMETER) {
      return new Quantity(node.text(), false);
    }
    boolean isMember = node.kind() == Kind.CALL || node.kind() == Kind.FIELD;
    boolean isSize = node.text().equals("size") || node.text().equals("length");
    return isMember && isSize && isOfParameter(node)
        ? new Quantity(node.children().get(0).text(), true)
        : null;
  }

  /** Whether a node asks a parameter something without arguments. */
  static boolean isOfParameter(Node node) {
    return node.children().size() == 1 && node.children().get(0).kind() == Kind.PARAMETER;
  }
}
