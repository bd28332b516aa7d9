package dev.tenon.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether one clause visibly follows from another: what it says holds, what it does not say may.
 *
 * @param names when trees of the clause that is given and of the one that follows are the same;
 *     where that must be sure, what follows throws nothing either
 */
record Implication(Sameness names) {

  /** Between clauses with these parameters, whose other names mean the same. */
  static Implication between(List<String> from, List<String> to) {
    return new Implication(Sameness.of(from, to));
  }

  /** The same the other way round. */
  Implication reversed() {
    return new Implication(names.reversed());
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
    List<Node> choices = parts(follows, "||");
    return (choices.size() > 1 && isAny(parts, choices))
        || parts.stream().anyMatch(each -> follows(each, follows))
        || isBounded(parts, follows);
  }

  /** Whether one choice follows, and no choice before it can throw. */
  private boolean isAny(List<Node> given, List<Node> choices) {
    for (Node each : choices) {
      if (holds(given, each)) {
        return true;
      }
      if (names.sure() && !isTotal(each)) {
        return false;
      }
    }
    return false;
  }

  /** Whether asking it cannot throw. */
  private static boolean isTotal(Node node) {
    Comparison comparison = Comparison.of(node);
    if (comparison != null) {
      return isOperand(comparison.operand()) && comparison.isOfPrimitive();
    }
    return Sameness.isAboutNull(node)
        && node.children().stream()
            .allMatch(each -> isOperand(each) || each.kind() == Node.Kind.LITERAL);
  }

  private static boolean isOperand(Node node) {
    return node.kind() == Node.Kind.RESULT || node.kind() == Node.Kind.PARAMETER;
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
    if (names.is(given, follows)) {
      return true;
    }
    List<Node> cases = parts(given, "||");
    if (cases.size() > 1) {
      return cases.stream().allMatch(each -> holds(each, follows));
    }
    if (!names.sure() && isNot(given) && isNot(follows)) {
      return reversed().holds(follows.children().get(0), given.children().get(0));
    }
    return isConditional(given, follows) || isCompared(given, follows);
  }

  private boolean isConditional(Node given, Node follows) {
    return given.kind() == Node.Kind.CONDITIONAL
        && follows.kind() == Node.Kind.CONDITIONAL
        && names.is(given.children().get(0), follows.children().get(0))
        && holds(given.children().get(1), follows.children().get(1))
        && holds(given.children().get(2), follows.children().get(2));
  }

  private boolean isCompared(Node given, Node follows) {
    Comparison one = Comparison.of(given);
    Comparison other = Comparison.of(follows);
    return one != null
        && other != null
        && names.is(one.operand(), other.operand())
        && one.implies(other);
  }

  /** Whether several comparisons of one expression leave only values that the other allows. */
  private boolean isBounded(List<Node> given, Node follows) {
    Comparison wanted = Comparison.of(follows);
    Range left = wanted == null ? null : wanted.domain();
    if (wanted == null || left == null) {
      return false;
    }
    boolean isKnown = !names.sure();
    for (Node each : given) {
      Comparison known = Comparison.of(each);
      Range range = known == null ? null : known.range();
      if (known != null && range != null && names.is(known.operand(), wanted.operand())) {
        left = left.and(range);
        isKnown = true;
      }
    }
    Range allowed = wanted.range();
    return isKnown && allowed != null && allowed.contains(left);
  }

  private static boolean isNot(Node node) {
    return node.kind() == Node.Kind.UNARY && node.text().equals("!");
  }

  private static boolean isLiteral(Node node, String text) {
    return node.kind() == Node.Kind.LITERAL && node.text().equals(text);
  }

  /** The operands of a chain of one operator; the node itself if it is none. */
  static List<Node> parts(Node node, String operator) {
    List<Node> parts = new ArrayList<>();
    split(node, operator, parts);
    return parts;
  }

  static void split(Node node, String operator, List<Node> parts) {
    if (node.kind() == Node.Kind.BINARY && node.text().equals(operator)) {
      node.children().forEach(child -> split(child, operator, parts));
    } else {
      parts.add(node);
    }
  }
}
