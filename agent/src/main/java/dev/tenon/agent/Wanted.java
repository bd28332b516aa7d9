package dev.tenon.agent;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be woven in one class. Immutable. */
final class Wanted {

  private final List<Declaration> lineage;
  private final Set<String> inherited;
  private final Map<String, List<Declaration>> lambdas;

  /**
   * What is wanted.
   *
   * @param lineage the declarations that the class is under
   * @param inherited the keys of bodies that subclasses need woven
   * @param lambdas by internal name, the interfaces among those of its lambdas that are under
   *     declarations
   */
  Wanted(List<Declaration> lineage, Set<String> inherited, Map<String, List<Declaration>> lambdas) {
    this.lineage = lineage;
    this.inherited = inherited;
    this.lambdas = lambdas;
  }

  static Wanted nothing() {
    return new Wanted(List.of(), Set.of(), Map.of());
  }

  List<Declaration> lineage() {
    return lineage;
  }

  boolean isEmpty() {
    return lineage.isEmpty() && inherited.isEmpty() && lambdas.isEmpty();
  }

  boolean hasLambdas() {
    return !lambdas.isEmpty();
  }

  /** Whether a body of this key may implement an operation. */
  boolean isBody(String key) {
    return inherited.contains(key) || isOperation(key);
  }

  /** Whether a declaration that the class is under has an operation of this key. */
  boolean isOperation(String key) {
    return has(lineage, key);
  }

  /** Whether a declaration about this seam has an operation of this key. */
  boolean isOperationOf(String seam, String key) {
    for (Declaration declaration : lineage) {
      if (declaration.type().equals(seam) && declaration.hasOperation(key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a lambda of this interface may implement an operation. */
  boolean isLambda(String type, String key) {
    List<Declaration> above = lambdas.get(type);
    return above != null && has(above, key);
  }

  /** The declarations that a lambda of this interface is under. */
  List<Declaration> above(String type) {
    List<Declaration> above = lambdas.get(type);
    return above == null ? List.of() : above;
  }

  private static boolean has(List<Declaration> declarations, String key) {
    for (Declaration declaration : declarations) {
      if (declaration.hasOperation(key)) {
        return true;
      }
    }
    return false;
  }
}
