package dev.tenon.internal.guard;

import static dev.tenon.model.Clause.Role.INVARIANT;
import static dev.tenon.model.Clause.Role.THROWS;

import java.lang.invoke.SwitchPoint;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the calls of one body from one change of policy to the next.
 *
 * <p>A call is judged by the plan in force at its entry, so a plan lives on in the calls that it
 * has begun. Immutable; compared by identity.
 */
final class Plan {

  private final Body body;
  private final List<Term> terms;
  private final List<Duty> duties;
  private final List<SwitchPoint> switches;
  private final boolean judgesThrow;
  private final boolean isOpen;
  private final boolean isTracked;
  private final boolean isCounted;
  private final boolean isTold;
  private final Pinned held;
  private final @Nullable Pinned skipped;
  private final WeakReference<Plan> reference = new WeakReference<>(this);

  Plan(
      Body body,
      List<Term> terms,
      List<SwitchPoint> switches,
      boolean isTracked,
      boolean isCounted,
      boolean isTold) {
    this.body = body;
    this.terms = List.copyOf(terms);
    List<Duty> duties = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      duties.addAll(terms.get(i).duties(i));
    }
    this.duties = List.copyOf(duties);
    this.switches = List.copyOf(switches);
    // Here: where an exception passes the stack may be full, and the first lambda cannot be linked.
    this.judgesThrow =
        terms.stream().anyMatch(term -> term.closesList() || term.judged(INVARIANT) != 0);
    this.isOpen =
        terms.stream()
            .filter(term -> !term.checks().isOfView())
            .allMatch(term -> term.checks().side(THROWS).clauses().isEmpty());
    this.isTracked = isTracked;
    this.isCounted = isCounted;
    this.isTold = isTold;
    this.held = new Pinned(this, 0);
    this.skipped = captures() ? new Pinned(this, Judge.SKIP) : null;
  }

  /** The same for a class that stands behind what was called. */
  Plan of(Class<?> behind) {
    return new Plan(body.of(behind), terms, switches, false, false, false);
  }

  /** What the view at a call says, then what binds the supplier that is called. */
  Plan with(Plan behind) {
    List<Term> all = new ArrayList<>(terms);
    all.addAll(behind.terms);
    return new Plan(behind.body, all, List.of(), false, false, false);
  }

  Body body() {
    return body;
  }

  Implementation implementation() {
    return body.implementation();
  }

  /** One for each declaration of the body, in the same order in every plan of it. */
  List<Term> terms() {
    return terms;
  }

  /** What is owed where the call returns, in order: guarantees first, then invariants. */
  List<Duty> duties() {
    return duties;
  }

  List<SwitchPoint> switches() {
    return switches;
  }

  /** The same object each time. */
  WeakReference<Plan> reference() {
    return reference;
  }

  /** Whether it is noted which objects are open: inside a call of theirs. */
  boolean isTracked() {
    return isTracked;
  }

  /** Whether the calls of its objects that are under way are counted. */
  boolean isCounted() {
    return isCounted;
  }

  /** Whether the guards behind this call may tell it what they found. */
  boolean isTold() {
    return isTold;
  }

  boolean inForce() {
    return switches.stream().noneMatch(SwitchPoint::hasBeenInvalidated);
  }

  /** The state of a call all of whose preconditions held. */
  Pinned held() {
    return held;
  }

  /** The state of a call that is not judged; null when it needs none. */
  @Nullable Pinned skipped() {
    return skipped;
  }

  /** The state of a call of which these declarations owe nothing, a bit each. */
  @Nullable Pinned pinned(long bits) {
    if (bits == 0) {
      return held;
    }
    return bits == Judge.SKIP ? skipped : new Pinned(this, bits);
  }

  boolean isIdle() {
    return terms.stream().allMatch(Term::isIdle);
  }

  /** Whether something is owed where the call throws. */
  boolean judgesThrow() {
    return judgesThrow;
  }

  /** Whether no declaration says what may be thrown: then nothing that is thrown is judged. */
  boolean isOpen() {
    return isOpen;
  }

  boolean captures() {
    return terms.stream().anyMatch(Term::captures);
  }

  /**
   * The declarations that have old values, whether these are captured now or not: the same in every
   * plan of the body.
   */
  List<Integer> carrying() {
    return IntStream.range(0, terms.size())
        .filter(i -> terms.get(i).checks().capture() != null)
        .boxed()
        .toList();
  }
}
