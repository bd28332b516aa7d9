package dev.tenon.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be woven in one class. Immutable. */
final class Wanted {

  private final List<Declaration> lineage;
  private final Set<String> inherited;
  private final Map<String, List<Declaration>> lambdas;
  private final Map<String, String> calls;

  /**
   * What is wanted.
   *
   * @param lineage the declarations that the class is under
   * @param inherited the names and descriptors of bodies that subclasses need woven
   * @param lambdas by internal name, the interfaces among those of its lambdas that are under
   *     declarations
   * @param calls what {@link Mirrored} finds
   */
  Wanted(
      List<Declaration> lineage,
      Set<String> inherited,
      Map<String, List<Declaration>> lambdas,
      Map<String, String> calls) {
    this.lineage = lineage;
    this.inherited = inherited;
    this.lambdas = lambdas;
    this.calls = calls;
  }

  static Wanted nothing() {
    return new Wanted(List.of(), Set.of(), Map.of(), Map.of());
  }

  List<Declaration> lineage() {
    return lineage;
  }

  boolean isEmpty() {
    return lineage.isEmpty() && inherited.isEmpty() && lambdas.isEmpty() && calls.isEmpty();
  }

  boolean hasCalls() {
    return !calls.isEmpty();
  }

  /** The views that apply to calls of a method, by {@link Mirrored#key}; null for none. */
  @Nullable String views(String called) {
    return calls.get(called);
  }

  /** All views that apply to anything that the class calls. */
  Set<String> views() {
    Set<String> views = new LinkedHashSet<>();
    for (String applying : calls.values()) {
      views.addAll(Arrays.asList(applying.split(",", -1)));
    }
    return views;
  }

  /** All that are about the class, or about its lambdas. */
  List<Declaration> declarations() {
    List<Declaration> declarations = new ArrayList<>(lineage);
    for (List<Declaration> each : lambdas.values()) {
      declarations.addAll(each);
    }
    return declarations;
  }

  /** Whether instructions of the class may be replaced. */
  boolean hasSites() {
    return hasLambdas() || hasCalls();
  }

  boolean hasLambdas() {
    return !lambdas.isEmpty();
  }

  /** Whether a member may have something to be judged, by its own class or by subclasses. */
  boolean isBody(Member member) {
    return (member.mayOverride() && inherited.contains(member.id())) || isBound(member);
  }

  /** Whether a declaration that the class is under may bind a member. */
  boolean isBound(Member member) {
    for (Declaration declaration : lineage) {
      if (declaration.binds(member)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a declaration that the class is under has an operation of this key. */
  boolean isOperation(String key) {
    for (Declaration declaration : lineage) {
      if (declaration.hasOperation(key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a declaration about this seam may bind a member. */
  boolean isBoundBy(String seam, Member member) {
    for (Declaration declaration : lineage) {
      if (declaration.type().equals(seam) && declaration.binds(member)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something that the class inherits may be bound. */
  boolean bindsInherited() {
    for (Declaration declaration : lineage) {
      if (declaration.reachesSubtypes()) {
        return true;
      }
    }
    return false;
  }

  /** Whether objects of the class have invariants to keep. */
  boolean hasInvariants() {
    for (Declaration declaration : lineage) {
      if (declaration.hasInvariants()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a lambda of this interface may implement an operation, or has invariants to keep. */
  boolean isLambda(String type, String key) {
    for (Declaration declaration : above(type)) {
      if (declaration.bindsLambda(key)) {
        return true;
      }
    }
    return false;
  }

  /** The declarations that a lambda of this interface is under. */
  List<Declaration> above(String type) {
    List<Declaration> above = lambdas.get(type);
    return above == null ? List.of() : above;
  }
}
