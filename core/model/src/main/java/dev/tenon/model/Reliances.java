package dev.tenon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client's view relies on, and how much of it is visibly promised.
 *
 * <p>Promised is what is equal in the tree of a guarantee, and what is plainly contained: bounds of
 * numbers and sizes, null, and what {@code &&}, {@code ||}, {@code !} and {@code ?:} make of these,
 * in clauses and in constraints of the specification. What is not sure is not promised: names that
 * the trees do not resolve (types in the text, what stands in lambdas and switches) may mean two
 * things in two files, and invariants need not hold while an object is open. Thread-safe: it keeps
 * nothing.
 */
public final class Reliances {

  private Reliances() {}

  /**
   * Compares a view with the contracts of its seam.
   *
   * @param view the contract of the view
   * @param seam the contracts that are in force at the seam: its own, those of its holders, which
   *     are about the same type, and those of its supertypes. Operations are the same if names and
   *     parameters of their descriptors are, so those of a generic supertype are given as the seam
   *     sees them
   * @return the guarantees, exception clauses and constraints on what is returned, in the order of
   *     the view: those of operations with clauses first, clauses before constraints
   */
  public static List<Reliance> of(Contract view, List<Contract> seam) {
    List<Reliance> found = new ArrayList<>();
    for (Declared each : Declared.all(view)) {
      add(each, Promises.of(each, seam, view.type()), found);
    }
    return found;
  }

  private static void add(Declared declared, Promises promises, List<Reliance> found) {
    Set<String> expected =
        declared.clauses(Clause.Role.THROWS).stream()
            .map(Clause::exception)
            .collect(Collectors.toSet());
    for (Clause.Role role : Clause.Role.values()) {
      for (Clause clause : declared.clauses(role)) {
        Node tree = declared.normal(clause);
        switch (role) {
          case ENSURES -> found.add(reliance(declared, clause, promises.of(tree)));
          case THROWS ->
              found.add(reliance(declared, clause, promises.ofException(clause, tree, expected)));
          case AFTER -> found.add(reliance(declared, clause, promises.after(clause, tree)));
          case REQUIRES, INVARIANT -> {
            // What the client owes, and what no view has.
          }
        }
      }
    }
    for (Constraint each : declared.returnConstraints()) {
      found.add(
          new Reliance(declared.name(), declared.descriptor(), each.text(), promises.of(each)));
    }
  }

  private static Reliance reliance(Declared declared, Clause clause, List<String> promisedBy) {
    return new Reliance(declared.name(), declared.descriptor(), Promises.text(clause), promisedBy);
  }
}
