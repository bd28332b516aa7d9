package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Declared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The calls that one thread is inside of, the innermost last: whether an invariant that is false
 * where a call ends counts.
 *
 * <p>While no invariant of a type was seen false inside another call, nobody notes which objects
 * are open. So the first time it is not known, and settled where the calls around end; from then on
 * it is known, but for an object that a constructor makes: nobody knows it before that ends.
 */
final class Inside {

  /** What of a false invariant is to be made. */
  enum Answer {
    /** The object is in no other call: the verdict counts. */
    OVER,
    /** It called itself. */
    OWN,
    /** Somebody else called it, while it was in a call of its own. */
    REENTRY,
    UNKNOWN
  }

  /** One call under way. */
  private record Call(
      int number,
      Thing self,
      boolean isMaking,
      Declared owner,
      String operation,
      Set<String> judged,
      Set<String> under,
      boolean isNoted) {}

  /** What is settled later. */
  private record Pending(
      Thing self,
      String type,
      Report broken,
      BooleanSupplier holds,
      Optional<Report> reentry,
      boolean isMade,
      List<Call> around) {

    Pending made(boolean mayBeMade) {
      return new Pending(self, type, broken, holds, reentry, mayBeMade, around);
    }
  }

  private final Hierarchy hierarchy;
  private final Set<String> noted;
  private final Records records;
  private final List<Call> calls = new ArrayList<>();
  private List<Pending> pending = new ArrayList<>();
  private int begun;

  /**
   * The calls of one thread.
   *
   * @param noted the types whose invariants are known to be false at times: all threads share it
   * @param records where is recorded what is settled late
   */
  Inside(Hierarchy hierarchy, Set<String> noted, Records records) {
    this.hierarchy = hierarchy;
    this.noted = noted;
    this.records = records;
  }

  int depth() {
    return calls.size();
  }

  /**
   * A body under invariants begins.
   *
   * @param judged the types whose invariants are in force for it
   * @param under the types whose invariants bind it
   * @param isAlwaysNoted whether it is noted at once, as a checking proxy does
   */
  void begin(
      Thing self,
      boolean isMaking,
      Declared owner,
      String operation,
      Set<String> judged,
      Set<String> under,
      boolean isAlwaysNoted) {
    boolean isNoted =
        !judged.isEmpty() && (isAlwaysNoted || judged.stream().anyMatch(noted::contains));
    calls.add(new Call(begun++, self, isMaking, owner, operation, judged, under, isNoted));
  }

  /** The calls down to a depth are over, and nobody sees how: a constructor threw. */
  void abandon(int depth) {
    while (calls.size() > depth) {
      calls.remove(calls.size() - 1);
    }
  }

  /** The innermost call ends. */
  void end(int depth, Thing self) {
    Call ended = calls.get(depth);
    abandon(depth);
    List<Pending> waiting = pending;
    pending = new ArrayList<>();
    for (Pending each : waiting) {
      settle(each, ended, self);
    }
  }

  private void settle(Pending waiting, Call ended, Thing self) {
    Thing object = waiting.self();
    String type = waiting.type();
    boolean mayBeMade = mayBeMade(type, object);
    boolean isTold =
        mayMake(ended, type, object) && (!ended.isNoted() || waiting.around().contains(ended));
    if (object == self) {
      waiting.reentry().ifPresent(records::add);
    } else if (waiting.isMade() && !mayBeMade && !isTold) {
      // A constructor threw: which object it made nobody knows.
      return;
    } else if (isOpen(object)
        || mayBeMade
        || (isUnnoted(type, object) && mayBeOpen(type, object))) {
      pending.add(waiting.made(waiting.isMade() && mayBeMade));
    } else if (!waiting.holds().getAsBoolean()) {
      records.add(waiting.broken());
    }
  }

  /**
   * Where a call of an object has ended.
   *
   * @param type the type whose invariant was false
   * @param caller the type whose code made the call; none when it is under no contract
   */
  Answer ask(Thing self, String type, Optional<Declared> caller) {
    if (isOpen(self)) {
      return isOwn(self, caller) ? Answer.OWN : Answer.REENTRY;
    }
    boolean isUnknown = isMaking(type, self) || (isUnnoted(type, self) && mayBeOpen(type, self));
    return isUnknown ? Answer.UNKNOWN : Answer.OVER;
  }

  boolean isOwn(Thing self, Optional<Declared> caller) {
    return caller
        .filter(type -> hierarchy.isSubtype(hierarchy.type(self.type()), type))
        .isPresent();
  }

  /** From now on the calls under these types are noted. */
  void await(
      Thing self,
      Set<String> judged,
      String type,
      Report broken,
      BooleanSupplier holds,
      Optional<Report> reentry) {
    noted.addAll(new HashSet<>(judged));
    pending.removeIf(other -> other.self() == self);
    pending.add(
        new Pending(self, type, broken, holds, reentry, mayBeMade(type, self), List.copyOf(calls)));
  }

  private boolean isOpen(Thing self) {
    return calls.stream()
        .anyMatch(call -> call.isNoted() && !call.isMaking() && call.self() == self);
  }

  private boolean isMaking(String type, Thing self) {
    return calls.stream().anyMatch(call -> call.isNoted() && mayMake(call, type, self));
  }

  private boolean mayBeMade(String type, Thing self) {
    return calls.stream().anyMatch(call -> mayMake(call, type, self));
  }

  /** An object whose own class's constructor does not run is not made. */
  private boolean mayMake(Call call, String type, Thing self) {
    return call.isMaking() && call.under().contains(type) && mayBe(call, self);
  }

  private boolean mayBeOpen(String type, Thing self) {
    return calls.stream()
        .filter(call -> isCall(call, type, self))
        .anyMatch(call -> mayBe(call, self));
  }

  private boolean isUnnoted(String type, Thing self) {
    return calls.stream().anyMatch(call -> !call.isNoted() && isCall(call, type, self));
  }

  /** Whether it is a call under the invariants of a type, or may be one of this object. */
  private boolean isCall(Call call, String type, Thing self) {
    if (call.under().contains(type)) {
      return true;
    }
    boolean isInherited =
        hierarchy
            .body(self.type(), call.operation())
            .filter(owned -> owned.type().equals(call.owner()))
            .isPresent();
    return isInherited && !hierarchy.isSubtype(call.owner(), hierarchy.type(type));
  }

  /** Going by the class whose code runs. */
  private boolean mayBe(Call call, Thing self) {
    return hierarchy.isSubtype(hierarchy.type(self.type()), call.owner());
  }
}
