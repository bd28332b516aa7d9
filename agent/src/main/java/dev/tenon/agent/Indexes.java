package dev.tenon.agent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the indexes that a loader sees name. Immutable. */
final class Indexes {

  private static final Indexes NONE = new Indexes(Set.of(), Set.of(), Map.of(), List.of(), false);

  private final Set<String> seams;
  private final Set<String> holders;
  private final Map<String, List<Declaration>> held;
  private final List<View> views;
  private final boolean hasVocabulary;
  private final Set<String> all;

  /**
   * What was found.
   *
   * @param seams the binary names of the types that declare clauses of their own
   * @param holders the binary names of the holders
   * @param held by the internal name of a target, what its holders declare about it
   * @param views the views
   * @param hasVocabulary whether the loader sees the annotations
   */
  Indexes(
      Set<String> seams,
      Set<String> holders,
      Map<String, List<Declaration>> held,
      List<View> views,
      boolean hasVocabulary) {
    this.seams = seams;
    this.holders = holders;
    this.held = held;
    this.views = views;
    this.hasVocabulary = hasVocabulary;
    this.all = new LinkedHashSet<>(seams);
    for (String target : held.keySet()) {
      all.add(target.replace('/', '.'));
    }
  }

  static Indexes none() {
    return NONE;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * Whether any class of the loader may be under clauses: an index names interfaces, and classes
   * may have clauses of their own where there are none.
   */
  boolean mayBind() {
    return hasVocabulary || !isEmpty();
  }

  /** The seams, whoever says so: those that declare it themselves, and the targets of holders. */
  Set<String> all() {
    return all;
  }

  /** Whether a type declares clauses of its own. */
  boolean hasSeam(String name) {
    return seams.contains(name);
  }

  boolean hasHolder(String name) {
    return holders.contains(name);
  }

  /** What holders declare about a type, given by its internal name. */
  List<Declaration> about(String target) {
    List<Declaration> found = held.get(target);
    return found == null ? List.of() : found;
  }

  boolean hasTargets() {
    return !held.isEmpty();
  }

  List<View> views() {
    return views;
  }

  /** The binary names of the views. */
  Set<String> viewNames() {
    Set<String> names = new LinkedHashSet<>();
    for (View view : views) {
      names.add(view.type());
    }
    return names;
  }

  boolean isSame(Indexes other) {
    return seams.equals(other.seams)
        && holders.equals(other.holders)
        && viewNames().equals(other.viewNames())
        && held.keySet().equals(other.held.keySet())
        && hasVocabulary == other.hasVocabulary;
  }
}
