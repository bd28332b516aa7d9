package dev.tenon.agent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Declarations that a type is under, as lists that nobody changes. */
final class Lineage {

  private Lineage() {}

  /** Those above a type that say something of its subtypes. */
  static List<Declaration> reaching(List<Declaration> above) {
    List<Declaration> found = above;
    for (Declaration declaration : above) {
      if (!declaration.reachesSubtypes()) {
        found = found == above ? new ArrayList<>(above) : found;
        found.remove(declaration);
      }
    }
    return found;
  }

  /** Both, each declaration once. */
  static List<Declaration> union(List<Declaration> some, List<Declaration> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    List<Declaration> all = new ArrayList<>(some);
    Set<String> names = new LinkedHashSet<>();
    for (Declaration declaration : some) {
      names.add(declaration.id());
    }
    for (Declaration declaration : more) {
      if (names.add(declaration.id())) {
        all.add(declaration);
      }
    }
    return all;
  }

  /** Whether two lineages are of the same declarations. */
  static boolean isSame(List<Declaration> one, List<Declaration> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).id().equals(other.get(i).id())) {
        return false;
      }
    }
    return true;
  }
}
