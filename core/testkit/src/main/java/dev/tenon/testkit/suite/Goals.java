package dev.tenon.testkit.suite;

import dev.tenon.OperationTerms;
import dev.tenon.StatedClause;
import dev.tenon.model.Clause.Role;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.Variant;
import dev.tenon.testkit.relation.Branches;
import dev.tenon.testkit.relation.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the calls of one operation are to show: every branch, every bound, and beside it. */
final class Goals {

  private Goals() {}

  /** Calls that the contract allows. */
  static List<Goal> inside(OperationTerms terms, Map<String, Domain> roots) {
    List<Goal> goals = new ArrayList<>(List.of(Goal.ANY));
    for (StatedClause each : terms.clauses()) {
      Role role = each.clause().role();
      if (!each.isConstraint() && role == Role.REQUIRES) {
        for (List<Literal> branch : branches(terms, each, true)) {
          goals.add(Goal.inside("a branch of " + each.clause().text(), each, branch));
          Bounds.of(branch)
              .forEach(
                  near -> goals.add(Goal.inside(Bounds.NEAR + each.clause().text(), each, near)));
        }
      } else if (role == Role.THROWS && !each.clause().text().isEmpty()) {
        for (List<Literal> branch : branches(terms, each, true)) {
          goals.add(Goal.inside("demanding " + each.clause().exception(), each, branch));
        }
        for (List<Literal> branch : branches(terms, each, false)) {
          goals.add(Goal.inside("not demanding " + each.clause().exception(), each, branch));
        }
      }
    }
    roots.forEach(
        (root, domain) ->
            domain.edges().forEach(variant -> goals.add(Goal.of(root, variant, false))));
    return goals;
  }

  /** Calls that it refuses. */
  static List<Goal> outside(OperationTerms terms, Map<String, Domain> roots) {
    List<Goal> goals = new ArrayList<>();
    for (StatedClause each : terms.clauses()) {
      if (!each.isConstraint() && each.clause().role() == Role.REQUIRES) {
        for (List<Literal> branch : branches(terms, each, false)) {
          Bounds.of(branch)
              .forEach(
                  near -> goals.add(Goal.outside(Bounds.NEAR + each.clause().text(), each, near)));
          goals.add(Goal.outside("outside of " + each.clause().text(), each, branch));
        }
      }
    }
    roots.forEach(
        (root, domain) -> {
          for (Variant variant : domain.outside()) {
            goals.add(Goal.of(root, variant, true));
          }
        });
    return goals;
  }

  static List<List<Literal>> branches(OperationTerms terms, StatedClause stated, boolean isTrue) {
    return Branches.of(Named.tree(stated, terms.parameters()), isTrue, text(stated));
  }

  /** A clause, as messages name it. */
  static String text(StatedClause stated) {
    String text = stated.clause().text();
    return stated.isConstraint() ? text : annotation(stated.clause().role()) + " " + text;
  }

  /** The same with its exception, and what it is about where that is not the seam's own. */
  static String name(StatedClause stated) {
    Role role = stated.clause().role();
    if (role != Role.THROWS && role != Role.AFTER) {
      return text(stated);
    }
    String exception = stated.clause().exception();
    String said = stated.clause().text();
    String simple = exception.substring(exception.lastIndexOf('.') + 1);
    String condition = role == Role.AFTER ? ", ensures " + said : ", when " + said;
    return "@Throws " + simple + (said.isEmpty() ? "" : condition);
  }

  private static String annotation(Role role) {
    return switch (role) {
      case REQUIRES -> "@Requires";
      case ENSURES -> "@Ensures";
      case THROWS, AFTER -> "@Throws";
      case INVARIANT -> "@Invariant";
    };
  }
}
