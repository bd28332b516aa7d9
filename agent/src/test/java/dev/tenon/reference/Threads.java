package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Owned;
import dev.tenon.reference.Program.Clause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which threads make handoffs under which contract: what others may change meanwhile is judged only
 * when it is known that no other handoff overlapped.
 *
 * <p>The threads of a program run one after the other, so that nothing ever overlaps; but as long
 * as calls are not counted nobody knows it.
 */
final class Threads {

  private final Hierarchy hierarchy;
  private final Map<String, Integer> first = new HashMap<>();
  private final Set<String> shared = new HashSet<>();
  private final Set<String> counted = new HashSet<>();
  private int current;
  private int last;

  Threads(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** What runs from here on runs in a new thread. */
  void fork() {
    last++;
    current = last;
  }

  /** The first thread goes on. */
  void join() {
    current = 0;
  }

  /** This thread makes a handoff on an object of a type. */
  void enter(String type) {
    for (String contract : contracts(type)) {
      if (first.computeIfAbsent(contract, unseen -> current) != current) {
        shared.add(contract);
      }
    }
  }

  /** Whether the calls on objects of a type that begin now are counted. */
  boolean areCounted(String type) {
    return contracts(type).stream().anyMatch(counted::contains);
  }

  /**
   * Whether a clause that is false may be so by the doing of another handoff.
   *
   * @param wasCounted whether the call that ends was counted
   */
  boolean mayOverlap(String type, boolean wasCounted) {
    if (wasCounted || contracts(type).stream().noneMatch(shared::contains)) {
      return false;
    }
    counted.addAll(contracts(type));
    return true;
  }

  /** Whether others may make it false meanwhile. */
  boolean isConcerned(Owned owned, Clause clause) {
    if (owned.type().whole().isConfined()) {
      return false;
    }
    return owned.isInvariants()
        || (!Olds.in(clause.condition()).isEmpty() && Olds.readsState(clause.condition()));
  }

  /** The types whose contracts bind a type; none when nothing in them is about state. */
  private List<String> contracts(String type) {
    List<Declared> binding =
        hierarchy.lineage(type).stream().filter(each -> hierarchy.hasOwnClauses(each)).toList();
    boolean isNeeded =
        binding.stream()
            .flatMap(each -> hierarchy.allOf(each).stream())
            .anyMatch(owned -> owned.clauses().stream().anyMatch(c -> isConcerned(owned, c)));
    return isNeeded ? binding.stream().map(Declared::name).toList() : List.of();
  }
}
