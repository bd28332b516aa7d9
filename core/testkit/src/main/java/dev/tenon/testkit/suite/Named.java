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

  private static Node renamed(Node node, List<String> from, List<String> to) {
    int at = node.kind() == Node.Kind.PARAMETER ? from.indexOf(node.text()) : -1;
    return new Node(
        node.kind(),
        node.type(),
        at < 0 ? node.text() : to.get(at),
        node.children().stream().map(child -> renamed(child, from, to)).toList());
  }
}
