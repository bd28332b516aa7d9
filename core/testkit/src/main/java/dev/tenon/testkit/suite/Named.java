package dev.tenon.testkit.suite;

import dev.tenon.StatedClause;
import dev.tenon.model.Node;
import java.util.List;

/**
 * Trees of clauses with the names of parameters that the seam has, whatever an ancestor calls them.
 */
final class Named {

  private Named() {}

  static Node tree(StatedClause stated, List<String> names) {
    List<String> own = stated.parameters();
    Node tree = stated.clause().tree();
    return own.equals(names) || own.size() != names.size() ? tree : renamed(tree, own, names);
  }

  /** The same with one part for another wherever it stands, but under {@code old}. */
  static Node replaced(Node node, Node part, Node by) {
    if (node.kind() == Node.Kind.OLD) {
      return node;
    }
    boolean isPart =
        node.kind() == part.kind()
            && node.text().equals(part.text())
            && node.children().equals(part.children());
    return isPart
        ? by
        : new Node(
            node.kind(),
            node.type(),
            node.text(),
            node.children().stream().map(child -> replaced(child, part, by)).toList());
  }

  private static Node renamed(Node node, List<String> from, List<String> to) {
    int at = node.kind() == Node.Kind.PARAMETER ? from.indexOf(node.text()) : -1;
    return new Node(
        node.kind(),
        node.type(),
        at < 0 ? node.text() : to.get(at),
        node.children().stream().map(child -> renamed(child, from, to)).toList());
  }
}
