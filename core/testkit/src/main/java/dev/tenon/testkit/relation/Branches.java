package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which a clause can be true, or false: no two of them at once, and in each the parts
 * that Java evaluates, in its order.
 */
public final class Branches {

  /** More than that are not told apart: the clause is then one part. */
  private static final int MOST = 64;

  private final String origin;

  private Branches(String origin) {
    this.origin = origin;
  }

  /**
   * Takes a clause apart.
   *
   * @param tree the tree of the clause
   * @param isTrue the truth it is to have
   * @param origin the clause, as messages name it
   * @return the branches; at least one
   */
  public static List<List<Literal>> of(Node tree, boolean isTrue, String origin) {
    List<List<Literal>> branches = new Branches(origin).branches(tree, isTrue);
    return branches.size() > MOST ? List.of(List.of(new Literal(tree, isTrue, origin))) : branches;
  }

  private List<List<Literal>> branches(Node node, boolean isTrue) {
    List<Node> parts = node.children();
    switch (node.kind()) {
      case UNARY -> {
        if (node.text().equals("!")) {
          return branches(parts.get(0), !isTrue);
        }
      }
      case BINARY -> {
        if (node.text().equals("&&")) {
          return isTrue ? all(parts, true) : any(parts, false);
        }
        if (node.text().equals("||")) {
          return isTrue ? any(parts, true) : all(parts, false);
        }
      }
      case CONDITIONAL -> {
        List<List<Literal>> chosen =
            joined(branches(parts.get(0), true), branches(parts.get(1), isTrue));
        chosen.addAll(joined(branches(parts.get(0), false), branches(parts.get(2), isTrue)));
        return chosen;
      }
      case LITERAL -> {
        if (node.text().equals(String.valueOf(isTrue))) {
          return List.of(List.of());
        }
      }
      default -> {
        // One part.
      }
    }
    return List.of(List.of(new Literal(node, isTrue, origin)));
  }

  private List<List<Literal>> all(List<Node> parts, boolean isTrue) {
    return joined(branches(parts.get(0), isTrue), branches(parts.get(1), isTrue));
  }

  /** The first; or not the first, and the second. */
  private List<List<Literal>> any(List<Node> parts, boolean isTrue) {
    List<List<Literal>> found = new ArrayList<>(branches(parts.get(0), isTrue));
    found.addAll(joined(branches(parts.get(0), !isTrue), branches(parts.get(1), isTrue)));
    return found;
  }

  private static List<List<Literal>> joined(List<List<Literal>> first, List<List<Literal>> second) {
    List<List<Literal>> joined = new ArrayList<>();
    for (List<Literal> one : first) {
      for (List<Literal> other : second) {
        List<Literal> both = new ArrayList<>(one);
        both.addAll(other);
        joined.add(both);
        if (joined.size() > MOST) {
          return joined;
        }
      }
    }
    return joined;
  }
}
