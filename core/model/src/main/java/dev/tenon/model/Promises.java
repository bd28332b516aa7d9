package dev.tenon.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the contracts of a seam promise about one operation to whoever keeps its preconditions. */
final class Promises {

  /** A clause or constraint in normal form, and as written. */
  private record Promise(String text, Node tree) {}

  private final List<Declared> declarations;
  private final Node result;

  private Promises(List<Declared> declarations, Node result) {
    this.declarations = declarations;
    this.result = result;
  }

  /** Of those declarations of an operation whose guarantees are owed to the client of a view. */
  static Promises of(Declared view, List<Contract> seam, String type) {
    List<Declared> all = seam.stream().map(view::in).toList();
    List<Declared> own = new ArrayList<>(List.of(view));
    List<Declared> counting = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (seam.get(i).type().equals(type)) {
        own.add(all.get(i));
        counting.add(all.get(i));
      }
    }
    for (Declared each : all) {
      if (!own.contains(each) && each.isOwedTo(own)) {
        counting.add(each.asInherited());
      }
    }
    return new Promises(counting, new Node(Node.Kind.RESULT, view.returned(), "", List.of()));
  }

  /** What promises a guarantee of the view; empty if nothing visibly does. */
  List<String> of(Node guarantee) {
    return of(guarantee, guarantees());
  }

  private static List<String> of(Node wanted, List<Promise> promises) {
    for (Promise each : promises) {
      if (Facts.of(List.of(each.tree)).imply(wanted)) {
        return List.of(each.text);
      }
    }
    return fewest(promises, some -> Facts.of(trees(some)).imply(wanted)).stream()
        .map(Promise::text)
        .toList();
  }

  private static List<Node> trees(List<Promise> promises) {
    return promises.stream().map(Promise::tree).toList();
  }

  /** As many as it takes, one after the other left out that it does not; none if all fail. */
  private static <T> List<T> fewest(List<T> all, Predicate<List<T>> isEnough) {
    if (all.isEmpty() || !isEnough.test(all)) {
      return List.of();
    }
    List<T> left = all;
    for (T each : all) {
      List<T> fewer = left.stream().filter(other -> other != each).toList();
      if (!fewer.isEmpty() && isEnough.test(fewer)) {
        left = fewer;
      }
    }
    return left;
  }

  private List<Promise> guarantees() {
    List<Promise> promises = new ArrayList<>();
    for (Declared declared : declarations) {
      declared.clauses(Clause.Role.ENSURES).forEach(each -> promises.add(promise(declared, each)));
      for (Constraint each : declared.returnConstraints()) {
        Node tree = each.position().equals("result") ? Meaning.clause(each, result) : null;
        if (tree != null) {
          promises.add(new Promise(each.text(), tree));
        }
      }
    }
    return promises;
  }

  private static Promise promise(Declared declared, Clause clause) {
    return new Promise(clause.text(), declared.normal(clause));
  }

  /** What promises a constraint on what is returned. */
  List<String> of(Constraint constraint) {
    if (!constraint.isOfDefaultGroup()) {
      return List.of();
    }
    List<Constraint> there =
        declarations.stream()
            .flatMap(each -> each.returnConstraints().stream())
            .filter(each -> each.position().equals(constraint.position()))
            .filter(Constraint::isOfDefaultGroup)
            .toList();
    for (Constraint each : there) {
      if (each.says(constraint)) {
        return List.of(each.text());
      }
    }
    boolean isOutside = constraint.position().equals("result");
    String type = isOutside ? result.type() : "";
    Meaning wanted = Meaning.of(constraint, type);
    List<Constraint> enough = fewest(there, some -> wanted.contains(Meaning.of(some, type)));
    if (!enough.isEmpty()) {
      return enough.stream().map(Constraint::text).toList();
    }
    Node clause =
        isOutside && Meaning.isSaidByClause(constraint) ? Meaning.clause(constraint, result) : null;
    return clause == null ? List.of() : of(clause);
  }

  /** What promises an exception clause of the view, which lists the exceptions that may come. */
  List<String> ofException(Clause clause, Node condition, Set<String> expected) {
    Set<String> by = new LinkedHashSet<>();
    for (Declared declared : declarations) {
      List<Clause> listed = declared.clauses(Clause.Role.THROWS);
      if (!listed.isEmpty()
          && listed.stream().allMatch(each -> expected.contains(each.exception()))) {
        listed.forEach(each -> by.add(text(each)));
        break;
      }
    }
    if (by.isEmpty() || clause.text().isEmpty()) {
      return List.copyOf(by);
    }
    for (Declared declared : declarations) {
      for (Clause each : declared.clauses(Clause.Role.THROWS)) {
        if (!each.text().isEmpty()
            && declared.isOnlyOneOf(each)
            && each.exception().equals(clause.exception())
            && isEquivalent(declared.normal(each), condition)) {
          by.add(text(each));
          return List.copyOf(by);
        }
      }
    }
    return List.of();
  }

  private static boolean isEquivalent(Node one, Node other) {
    return Facts.of(List.of(one)).imply(other) && Facts.of(List.of(other)).imply(one);
  }

  /** What promises what holds after an exception. */
  List<String> after(Clause clause, Node wanted) {
    List<Promise> promises = new ArrayList<>();
    for (Declared declared : declarations) {
      declared.clauses(Clause.Role.AFTER).stream()
          .filter(each -> each.exception().equals(clause.exception()))
          .forEach(each -> promises.add(new Promise(text(each), declared.normal(each))));
    }
    return of(wanted, promises);
  }

  /** A clause as reliances name it. */
  static String text(Clause clause) {
    String name = clause.exception();
    String simple = name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')));
    return switch (clause.role()) {
      case THROWS -> "throws " + simple + (clause.text().isEmpty() ? "" : " when " + clause.text());
      case AFTER -> "after " + simple + ": " + clause.text();
      case REQUIRES, ENSURES, INVARIANT -> clause.text();
    };
  }
}
