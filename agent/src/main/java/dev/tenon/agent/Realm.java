package dev.tenon.agent;

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

  /** By binary name of a seam, then of a class: how many of its bodies are woven. */
  private final Map<String, Map<String, Integer>> woven = new ConcurrentHashMap<>();

  /** By binary name of a seam: why it is not enforced, and what to do. */
  private final Map<String, String> refusals = new ConcurrentHashMap<>();

  /**
   * The seams of the indexes visible from the loader, by binary name; null before they are read.
   */
  @Nullable Set<String> seams() {
    Indexes known = indexes;
    return known == null ? null : known.all();
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

  void woveBody(String body) {
    foreign.add(body);
  }

  boolean hasBody(String body) {
    return foreign.contains(body);
  }

  void wove(String seam, String type, int bodies) {
    Map<String, Integer> types = woven.get(seam);
    if (types == null) {
      types = new ConcurrentHashMap<>();
      Map<String, Integer> earlier = woven.putIfAbsent(seam, types);
      types = earlier == null ? types : earlier;
    }
    types.put(type, bodies);
  }

  /** Whether anything of a class is woven for a seam. */
  boolean hasWoven(String type) {
    for (Map<String, Integer> types : woven.values()) {
      if (types.containsKey(type)) {
        return true;
      }
    }
    return false;
  }

  void met(String seam) {
    met.add(seam);
  }

  /** The seams that were found without an index. */
  Set<String> met() {
    return met;
  }

  /** Keeps the first reason; true when this was the first. */
  boolean refuse(String seam, String reason) {
    return refusals.putIfAbsent(seam, reason) == null;
  }

  @Nullable String refusal(String seam) {
    return refusals.get(seam);
  }

  Set<String> refused() {
    return refusals.keySet();
  }

  /** The seams of which something is woven. */
  Set<String> woven() {
    return woven.keySet();
  }

  int woven(String seam) {
    Map<String, Integer> types = woven.get(seam);
    int bodies = 0;
    if (types != null) {
      for (int of : types.values()) {
        bodies += of;
      }
    }
    return bodies;
  }
}
