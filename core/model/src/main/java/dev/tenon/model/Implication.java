package dev.tenon.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether one clause visibly follows from another: what it says holds, what it does not say may.
 *
 * @param from the names of the parameters of the clause that is given
 * @param to the names of the parameters of the clause that follows
 */
record Implication(List<String> from, List<String> to) {

  /** The same the other way round. */
  Implication reversed() {
    return new Implication(to, from);
  }

  /** Whether the second visibly holds whenever the first does. */
  boolean holds(Node given, Node follows) {
    return holds(List.of(given), follows);
  }

  /** Whether it visibly holds whenever all that is given does. */
  boolean holds(List<Node> given, Node follows) {
    List<Node> parts = new ArrayList<>();
    given.forEach(each -> split(each, "&&", parts));
    if (isLiteral(follows, "true") || parts.stream().anyMatch(each -> isLiteral(each, "false"))) {
      return true;
    }
    List<Node> wanted = parts(follows, "&&");
    if (wanted.size() > 1) {
      return wanted.stream().allMatch(each -> holds(parts, each));
    }
    return parts.stream().anyMatch(each -> follows(each, follows)) || isBounded(parts, follows);
  }

  /**
   * Whether a clause is stronger than another: it implies all of it, or a part of it that is new
   * implies a part of the other.
   *
   * @param known what holds anyway, in the words of the other
   */
  boolean isStronger(Node clause, Node other, List<Node> known) {
    if (isLiteral(other, "true")) {
      return false;
    }
    return holds(clause, other)
        || parts(clause, "&&").stream()
            .filter(part -> !reversed().holds(known, part))
            .anyMatch(part -> parts(other, "&&").stream().anyMatch(each -> impliesAny(part, each)));
  }

  private boolean impliesAny(Node given, Node follows) {
    return !isLiteral(follows, "true") && holds(given, follows);
  }

  /** One that is given alone: no conjunction. */
  private boolean follows(Node given, Node follows) {
    if (isSame(given, follows)) {
      return true;
    }
    List<Node> cases = parts(given, "||");
    if (cases.size() > 1) {
      return cases.stream().allMatch(each -> holds(each, follows));
    }
    List<Node> choices = parts(follows, "||");
    if (choices.size() > 1) {
      return choices.stream().anyMatch(each -> holds(given, each));
    }
    if (isNot(given) && isNot(follows)) {
      return reversed().holds(follows.children().get(0), given.children().get(0));
    }
    return isConditional(given, follows) || isCompared(given, follows);
  }

  private boolean isConditional(Node given, Node follows) {
    return given.kind() == Node.Kind.CONDITIONAL
        && follows.kind() == Node.Kind.CONDITIONAL
        && isSame(given.children().get(0), follows.children().get(0))
        && holds(given.children().get(1), follows.children().get(1))
        && holds(given.children().get(2), follows.children().get(2));
  }

  private boolean isCompared(Node given, Node follows) {
    Comparison one = Comparison.of(given);
    Comparison other = Comparison.of(follows);
    return one != null
        && other != null
        && isSame(one.operand(), other.operand())
        && one.implies(other);
  }

  /** Whether several comparisons of one expression leave only values that the other allows. */
  private boolean isBounded(List<Node> given, Node follows) {
    Comparison wanted = Comparison.of(follows);
    Range left = wanted == null ? null : wanted.domain();
    if (wanted == null || left == null) {
      return false;
    }
    for (Node each : given) {
      Comparison known = Comparison.of(each);
      Range range = known == null ? null : known.range();
      if (known != null && range != null && isSame(known.operand(), wanted.operand())) {
        left = left.and(range);
      }
    }
    Range allowed = wanted.range();
    return allowed != null && allowed.contains(left);
  }

  private static boolean isNot(Node node) {
    return node.kind() == Node.Kind.UNARY && node.text().equals("!");
  }

  private static boolean isLiteral(Node node, String text) {
    return node.kind() == Node.Kind.LITERAL && node.text().equals(text);
  }

  /** The operands of a chain of one operator; the node itself if it is none. */
  private static List<Node> parts(Node node, String operator) {
    List<Node> parts = new ArrayList<>();
    split(node, operator, parts);
    return parts;
  }

  private static void split(Node node, String operator, List<Node> parts) {
    if (node.kind() == Node.Kind.BINARY && node.text().equals(operator)) {
      node.children().forEach(child -> split(child, operator, parts));
    } else {
      parts.add(node);
    }
  }

  /** Equal but for the names of parameters; what no tree opens may name them in its text. */
  private boolean isSame(Node one, Node other) {
    if (one.kind() != other.kind() || one.children().size() != other.children().size()) {
      return false;
    }
    boolean alike =
        switch (one.kind()) {
          case PARAMETER -> from.indexOf(one.text()) == to.indexOf(other.text());
          case OPAQUE -> one.text().equals(other.text()) && from.equals(to);
          default -> one.text().equals(other.text());
        };
    if (!alike) {
      return false;
    }
    for (int i = 0; i < one.children().size(); i++) {
      if (!isSame(one.children().get(i), other.children().get(i))) {
        return false;
      }
    }
    return true;
  }
}
