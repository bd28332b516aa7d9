package dev.tenon.testkit.suite;

import dev.tenon.StatedClause;
import dev.tenon.TypeTerms;
import dev.tenon.model.Node;
import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.Joint;
import dev.tenon.testkit.relation.Branches;
import dev.tenon.testkit.relation.Literal;
import dev.tenon.testkit.relation.Problem;
import dev.tenon.testkit.relation.Solver;
import dev.tenon.testkit.relation.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Draws the parts of objects so that the invariants of their class and the preconditions of its
 * constructor hold, and asks the invariants of what was made. Thread-safe.
 */
final class Whole implements Joint {

  private final Map<Class<?>, TypeTerms> terms = new ConcurrentHashMap<>();

  @Override
  public Map<String, @Nullable Object> draw(
      Class<?> type, Map<String, Domain> parts, Choices choices) {
    List<StatedClause> clauses = new ArrayList<>(of(type).invariants());
    clauses.addAll(of(type).constructor(List.copyOf(parts.keySet())));
    if (clauses.isEmpty()) {
      return APART.draw(type, parts, choices);
    }
    List<Literal> literals = new ArrayList<>();
    for (StatedClause each : clauses) {
      Node tree = ofParts(each.clause().tree(), parts);
      literals.addAll(choices.pick(Branches.of(tree, true, Goals.text(each))));
    }
    Problem problem =
        new Problem(type.getClassLoader(), parts, Map.of(), Map.of(), literals, List.of());
    return Solver.draw(problem, choices, new Tally());
  }

  @Override
  public boolean accepts(Object made) {
    return of(made.getClass()).holds(made);
  }

  private TypeTerms of(Class<?> type) {
    return terms.computeIfAbsent(type, TypeTerms::of);
  }

  /** What the object itself is asked is what the part will be. */
  private static Node ofParts(Node node, Map<String, Domain> parts) {
    boolean isOfThis =
        (node.kind() == Node.Kind.CALL || node.kind() == Node.Kind.FIELD)
            && node.children().size() == 1
            && node.children().get(0).kind() == Node.Kind.THIS;
    if (isOfThis) {
      for (String name : parts.keySet()) {
        if (name.equals(property(node.text()))) {
          return new Node(Node.Kind.PARAMETER, node.type(), name, List.of());
        }
      }
    }
    return new Node(
        node.kind(),
        node.type(),
        node.text(),
        node.children().stream().map(child -> ofParts(child, parts)).toList());
  }

  private static String property(String accessor) {
    for (String prefix : List.of("get", "is")) {
      boolean isGetter =
          accessor.length() > prefix.length()
              && accessor.startsWith(prefix)
              && Character.isUpperCase(accessor.charAt(prefix.length()));
      if (isGetter) {
        return Character.toLowerCase(accessor.charAt(prefix.length()))
            + accessor.substring(prefix.length() + 1);
      }
    }
    return accessor;
  }
}
