package dev.tenon.model;

import java.util.ArrayList;
import java.util.List;

/** What is known when several clauses, in normal form, were evaluated and held. */
final class Facts {

  private static final Sameness SAME = Sameness.ofNormal();
  private static final Implication IMPLIES = new Implication(SAME);

  private final List<Node> parts;

  private Facts(List<Node> parts) {
    this.parts = parts;
  }

  /** All that is known by these clauses, also of what they take for not null. */
  static Facts of(List<Node> clauses) {
    List<Node> parts = new ArrayList<>();
    clauses.forEach(each -> Implication.split(each, "&&", parts));
    while (true) {
      List<Node> present = new ArrayList<>();
      parts.forEach(each -> addPresent(each, present));
      List<Node> resolved =
          parts.stream()
              .map(each -> resolved(each, present))
              .flatMap(each -> Implication.parts(each, "&&").stream())
              .toList();
      if (resolved.equals(parts)) {
        parts.addAll(present);
        return new Facts(List.copyOf(parts));
      }
      parts.clear();
      parts.addAll(resolved);
    }
  }

  /** Whether a clause visibly holds, and throws nothing. */
  boolean imply(Node clause) {
    return IMPLIES.holds(parts, clause);
  }

  /** Takes away the choices for null of what is not null. */
  private static Node resolved(Node part, List<Node> present) {
    List<Node> choices = Implication.parts(part, "||");
    List<Node> left =
        choices.stream()
            .filter(choice -> present.stream().noneMatch(each -> isOpposite(choice, each)))
            .toList();
    if (left.isEmpty() || left.size() == choices.size()) {
      return part;
    }
    return left.stream().reduce((one, other) -> Normal.binary(one, "||", other)).orElse(part);
  }

  private static boolean isOpposite(Node choice, Node present) {
    return Sameness.isAboutNull(choice)
        && choice.text().equals("==")
        && SAME.is(
            Normal.binary(choice.children().get(0), "!=", choice.children().get(1)), present);
  }

  /** Adds what is not null, since a part says so, or could not be evaluated else. */
  private static void addPresent(Node part, List<Node> present) {
    if (Sameness.isAboutNull(part) && part.text().equals("!=")) {
      present.add(part);
    }
    addUsed(part, present);
  }

  private static void addUsed(Node evaluated, List<Node> present) {
    Comparison comparison = Comparison.of(evaluated);
    boolean isMember =
        (evaluated.kind() == Node.Kind.CALL || evaluated.kind() == Node.Kind.FIELD)
            && !evaluated.children().isEmpty()
            && evaluated.children().get(0).kind() != Node.Kind.THIS;
    if (comparison != null && comparison.isOfBoxed()) {
      present.add(Normal.isPresent(comparison.operand()));
    } else if (isMember) {
      present.add(Normal.isPresent(evaluated.children().get(0)));
    }
    evaluated(evaluated).forEach(each -> addUsed(each, present));
  }

  /** Those children that are evaluated whatever the others give, and now. */
  private static List<Node> evaluated(Node node) {
    return switch (node.kind()) {
      case OLD, OPAQUE -> List.of();
      case CONDITIONAL -> node.children().subList(0, 1);
      case BINARY ->
          node.text().equals("&&") || node.text().equals("||")
              ? node.children().subList(0, 1)
              : node.children();
      default -> node.children();
    };
  }
}
