package dev.tenon.agent;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the classes of one class loader. Names and numbers only: nothing here keeps a
 * class or a loader alive.
 *
 * <p>Thread-safe.
 */
final class Realm {

  private volatile @Nullable Indexes indexes;

  /** By internal name: the declarations that a type is under, itself included. */
  final Map<String, List<Declaration>> lineages = new ConcurrentHashMap<>();

  /** By internal name: the names and descriptors of bodies that subclasses need woven. */
  private final Map<String, Set<String>> wanted = new ConcurrentHashMap<>();

  /** By binary name: what a class inherits and its declarations bind. */
  private final Map<String, List<Member>> inherited = new ConcurrentHashMap<>();

  /** By internal name: whether an annotation is a constraint. */
  final Map<String, Boolean> constraints = new ConcurrentHashMap<>();

  /** The seams that were found without an index, by binary name. */
  private final Set<String> met = ConcurrentHashMap.newKeySet();

  /** The woven bodies of classes that are under no declaration themselves. */
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();

  /** By internal name of a type or package: the component that it declares or is in; may be "". */
  final Map<String, String> components = new ConcurrentHashMap<>();

  /** By internal name: all types above a type; empty when one of them cannot be read. */
  final Map<String, Set<String>> ancestors = new ConcurrentHashMap<>();

  /** Where a loader that imports types finds core; empty when it does not. */
  private volatile String core = "";

  /** Where it finds the annotations; likewise. */
  private volatile String vocabulary = "";

  /** Where a loader that imports types finds the seams of its classes. */
  private final Set<String> places = ConcurrentHashMap.newKeySet();

  /** By internal name: the classes that may be under declarations and were looked into. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** By internal name: the classes that are under other declarations than their files say. */
  final Set<String> changed = ConcurrentHashMap.newKeySet();

  private final Standing seams = new Standing();
  private final Standing views = new Standing();

  /** The seams or views that the indexes visible from the loader name, and the seams met. */
  Set<String> known(Kind kind) {
    Set<String> names = new LinkedHashSet<>();
    Indexes read = indexes;
    if (read != null) {
      names.addAll(kind == Kind.SEAM ? read.all() : read.viewNames());
    }
    if (kind == Kind.SEAM) {
      names.addAll(met);
    }
    return names;
  }

  /** What the indexes visible from the loader name; null before they are read. */
  @Nullable Indexes indexes() {
    return indexes;
  }

  void found(Indexes found) {
    indexes = found;
    // What was resolved without these names may be wrong with them.
    lineages.clear();
  }

  void want(Member body) {
    String owner = body.owner().replace('.', '/');
    Set<String> bodies = wanted.get(owner);
    if (bodies == null) {
      bodies = ConcurrentHashMap.newKeySet();
      Set<String> earlier = wanted.putIfAbsent(owner, bodies);
      bodies = earlier == null ? bodies : earlier;
    }
    bodies.add(body.id());
  }

  /** The names and descriptors of bodies of a class that subclasses need woven. */
  Set<String> wanted(String owner) {
    Set<String> bodies = wanted.get(owner);
    return bodies == null ? Set.of() : bodies;
  }

  void inherits(String type, List<Member> bodies) {
    inherited.put(type, bodies);
  }

  List<Member> inherited(String type) {
    List<Member> bodies = inherited.get(type);
    return bodies == null ? List.of() : bodies;
  }

  /** Remembers that a class was looked into; false when it was before. */
  boolean sees(String type) {
    return seen.add(type);
  }

  /** Has a class looked into again, since one above it is not what it was taken for. */
  void forget(String type) {
    if (!changed.contains(type)) {
      lineages.remove(type);
    }
    seen.remove(type);
  }

  void woveBody(String body) {
    foreign.add(body);
  }

  boolean hasBody(String body) {
    return foreign.contains(body);
  }

  void met(String seam) {
    met.add(seam);
  }

  /** The seams that were found without an index. */
  Set<String> met() {
    return met;
  }

  void seesTenon(String corePlace, String vocabularyPlace) {
    core = corePlace;
    vocabulary = vocabularyPlace;
  }

  void seesSeam(String place) {
    places.add(place);
  }

  /** Whether its loader imports the core of another, or none and the same vocabulary. */
  boolean sharesCore(Realm other) {
    return core.isEmpty()
        ? !vocabulary.isEmpty() && vocabulary.equals(other.vocabulary)
        : core.equals(other.core);
  }

  /** Whether its loader sees no core itself, but a seam that another sees. */
  boolean sharesSeam(Realm other) {
    return core.isEmpty() && !Collections.disjoint(places, other.places);
  }

  /** How the seams stand, or the views. */
  Standing of(Kind kind) {
    return kind == Kind.SEAM ? seams : views;
  }
}
