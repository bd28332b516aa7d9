package dev.tenon.testkit.suite;

import dev.tenon.ClauseAnswer;
import dev.tenon.OperationTerms;
import dev.tenon.StatedClause;
import dev.tenon.Truth;
import dev.tenon.model.Clause.Role;
import dev.tenon.model.Node;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.relation.Branches;
import dev.tenon.testkit.relation.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the suppliers of one operation may answer.
 *
 * @param terms what binds it
 * @param result the values of its type and constraints; null where it returns nothing
 */
record AnswerSource(OperationTerms terms, @Nullable Domain result) {

  private static final Node RESULT = new Node(Node.Kind.RESULT, "", "", List.of());

  /** The guarantees and invariants, as far as they are clauses. */
  List<StatedClause> guarantees() {
    return terms.clauses().stream()
        .filter(each -> !each.isConstraint())
        .filter(
            each -> each.clause().role() == Role.ENSURES || each.clause().role() == Role.INVARIANT)
        .toList();
  }

  /** What its own answer must keep. */
  List<List<Literal>> branches(StatedClause clause) {
    Node tree = Named.tree(clause, terms.parameters());
    return Branches.of(
        isQuery() ? Named.replaced(tree, asked(), RESULT) : tree, true, Goals.text(clause));
  }

  /** What must be kept by whoever changes what it answers. */
  List<List<List<Literal>>> asState() {
    return guarantees().stream()
        .map(
            each ->
                Branches.of(
                    Named.replaced(each.clause().tree(), RESULT, asked()), true, Goals.text(each)))
        .toList();
  }

  /** Whether it asks the supplier and nothing else. */
  boolean isQuery() {
    return terms.method().getParameterCount() == 0 && result != null;
  }

  private Node asked() {
    return new Node(
        Node.Kind.CALL,
        terms.method().getReturnType().getName(),
        terms.method().getName(),
        List.of(new Node(Node.Kind.THIS, "", "", List.of())));
  }

  /** The queries whose answers after the call its guarantees speak of. */
  Set<String> changed() {
    Set<String> names = new TreeSet<>();
    guarantees().forEach(each -> changed(each.clause().tree(), names));
    if (isQuery()) {
      names.remove(terms.method().getName());
    }
    return names;
  }

  private static void changed(Node node, Set<String> names) {
    if (node.kind() == Node.Kind.OLD) {
      return;
    }
    boolean isQuery =
        node.kind() == Node.Kind.CALL
            && node.children().size() == 1
            && node.children().get(0).kind() == Node.Kind.THIS;
    if (isQuery) {
      names.add(node.text());
    }
    node.children().forEach(child -> changed(child, names));
  }

  /** Whether some clause of it asks a query of the supplier, now or at entry. */
  boolean asks(String query) {
    return terms.clauses().stream().anyMatch(each -> asks(each.clause().tree(), query));
  }

  private static boolean asks(Node node, String query) {
    boolean isAsked =
        node.kind() == Node.Kind.CALL
            && node.text().equals(query)
            && node.children().size() == 1
            && node.children().get(0).kind() == Node.Kind.THIS;
    return isAsked || node.children().stream().anyMatch(child -> asks(child, query));
  }

  /** What stands under {@code old}. */
  List<Node> old() {
    List<Node> found = new ArrayList<>();
    guarantees().forEach(each -> old(Named.tree(each, terms.parameters()), found));
    return found;
  }

  private static void old(Node node, List<Node> found) {
    if (node.kind() == Node.Kind.OLD) {
      found.add(node.children().get(0));
    }
    node.children().forEach(child -> old(child, found));
  }

  /** The answers that are worth a test of their own: bounds and branches. */
  List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    if (result != null) {
      result.edges().forEach(each -> goals.add(Goal.of("result", each, false)));
    }
    for (StatedClause each : guarantees()) {
      List<List<Literal>> branches = branches(each);
      for (List<Literal> branch : branches) {
        Bounds.of(branch)
            .forEach(near -> goals.add(Goal.inside(Bounds.NEAR + Goals.text(each), each, near)));
        if (branches.size() > 1) {
          goals.add(Goal.inside("a branch of " + Goals.text(each), each, branch));
        }
      }
    }
    for (String each : allowed()) {
      goals.add(Goal.inside(Exceptions.THROWS + each, null, List.of()));
    }
    return goals;
  }

  /** The exceptions that it may throw whenever it likes. */
  List<String> allowed() {
    List<String> allowed = new ArrayList<>();
    for (StatedClause each : terms.clauses()) {
      if (each.clause().role() == Role.THROWS && each.clause().text().isEmpty()) {
        allowed.add(each.clause().exception());
      }
    }
    boolean isOpen =
        terms.clauses().stream().noneMatch(each -> each.clause().role() == Role.THROWS);
    if (isOpen) {
      for (Class<?> each : terms.method().getExceptionTypes()) {
        allowed.add(each.getName());
      }
    }
    return allowed;
  }

  /** The exception that it must throw now. */
  Optional<String> demanded(List<ClauseAnswer> entry) {
    return entry.stream()
        .filter(each -> each.stated().clause().role() == Role.THROWS)
        .filter(each -> each.truth() == Truth.TRUE)
        .map(each -> each.stated().clause().exception())
        .findFirst();
  }
}
