package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.model.Clause;
import dev.tenon.model.Mode;
import java.lang.invoke.SwitchPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A guarded method body: what one class does for an operation, and the declarations that bind it.
 *
 * <p>Thread-safe.
 */
public final class Body {

  private final Implementation implementation;
  private final @Nullable Class<?> view;
  private final @Nullable Caller caller;
  private final List<Checks> checks;
  private final List<Hole> holes;
  private final List<Sharing> sharings;
  private final AtomicInteger selfCalls = new AtomicInteger();
  private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();

  /**
   * A body.
   *
   * @param implementation what is guarded
   * @param view the type that clients call it through, when that is known before any call; else
   *     null
   * @param caller where a client calls it, when the call is what is guarded; else null
   * @param checks what binds it, the most general first
   * @param holes what binds it and cannot be enforced
   * @param sharings the contracts whose handoffs on its objects may overlap; empty when that
   *     matters to none
   */
  Body(
      Implementation implementation,
      @Nullable Class<?> view,
      @Nullable Caller caller,
      List<Checks> checks,
      List<Hole> holes,
      List<Sharing> sharings) {
    this.implementation = implementation;
    this.view = view;
    this.caller = caller;
    this.checks = List.copyOf(checks);
    this.holes = List.copyOf(holes);
    this.sharings = List.copyOf(sharings);
  }

  /**
   * What is guarded.
   *
   * @return the implementation
   */
  public Implementation implementation() {
    return implementation;
  }

  /** The same for a class that stands behind what was called. */
  Body of(Class<?> behind) {
    return new Body(implementation.of(behind), null, null, checks, holes, List.of());
  }

  @Nullable Class<?> view() {
    return view;
  }

  /** Where the call is that is guarded; null where the operation itself is. */
  @Nullable Caller caller() {
    return caller;
  }

  /** Whether a checking proxy guards it. */
  boolean isProxy() {
    return view != null && caller == null;
  }

  boolean isBound() {
    return !checks.isEmpty();
  }

  List<Checks> checks() {
    return checks;
  }

  /** Whether calls of its objects that begin now are counted. */
  boolean isCounted() {
    for (Sharing each : sharings) {
      if (each.isCounted()) {
        return true;
      }
    }
    return false;
  }

  List<Sharing> sharings() {
    return sharings;
  }

  /** Whether the same declaration of the same operation is among those that bind it. */
  boolean isBoundBy(Checks other) {
    return checks.stream().anyMatch(other::isSame);
  }

  List<Hole> holes() {
    return holes;
  }

  /** Whether nothing of it is checked because something of it cannot be, and no call passes. */
  boolean isRefused() {
    return !holes.isEmpty() && Engine.installed().isStrict();
  }

  /** The plan in force now: the same object for entry and exit until the policy changes. */
  Plan plan() {
    while (true) {
      Plan current = plan.get();
      if (current != null && current.inForce()) {
        return current;
      }
      Plan next = make();
      // Whoever loses takes the winner's: entry and exit must pin the same object.
      if (plan.compareAndSet(current, next)) {
        return next;
      }
    }
  }

  /** Announces that this body goes unchecked because of a failure of ours. */
  List<Hole> notEnforced(Throwable failure) {
    Engine.installed().ledger().error("linking " + implementation, failure);
    String reason =
        implementation
            + " could not be linked: "
            + failure
            + "; please report this defect of tenon";
    List<Hole> found = new ArrayList<>();
    for (Checks each : checks) {
      Presence.notEnforced(each.stating(), reason);
      found.add(new Hole(each.stating(), reason));
    }
    return found;
  }

  /** A checking proxy is no frame of the supplier, so that the stack does not tell of it. */
  private boolean isTracked(List<Term> terms) {
    return terms.stream()
        .anyMatch(
            term ->
                term.judged(Clause.Role.INVARIANT) != 0
                    && (isProxy() || Tracking.isOn(term.checks().companion())));
  }

  /** Whether a guard behind this call has once found something that it tells this one. */
  private boolean isTold() {
    return caller != null && checks.stream().anyMatch(each -> Tracking.isOn(each.companion()));
  }

  /** Whether the invariants of a type are judged when it is left. */
  boolean isUnderInvariantsOf(Class<?> declaring) {
    return checks.stream()
        .anyMatch(each -> each.operation().isInvariants() && each.declaring() == declaring);
  }

  /** Whether its frame may be one of an object of a class under the invariants of a type. */
  boolean mayBeUnderInvariantsOf(Class<?> declaring, Class<?> receiver) {
    Class<?> owner = implementation.owner();
    if (implementation.isJdkProxy() && owner != receiver) {
      // The object of a proxy's frame is the proxy.
      return false;
    }
    if (isUnderInvariantsOf(declaring)) {
      return true;
    }
    return !declaring.isAssignableFrom(owner)
        && owner.isAssignableFrom(receiver)
        && Bodies.isInherited(
            receiver,
            owner,
            declaring,
            implementation.method(),
            implementation.erased().toMethodDescriptorString());
  }

  /** How often an object was seen to call this of itself while its invariants were false. */
  int selfCalls() {
    return selfCalls.get();
  }

  void countSelfCall() {
    selfCalls.incrementAndGet();
  }

  private Plan make() {
    List<SwitchPoint> switches = new ArrayList<>();
    for (Checks each : checks) {
      // By what holds the clauses: a target of theirs may outlive this core.
      switches.add(Switches.of(each.companion()));
    }
    // After the switch points: a change of policy from here on invalidates the plan.
    List<Term> terms = new ArrayList<>();
    for (Checks each : checks) {
      Engine engine = Engine.installed();
      Misnomers.look(engine, each);
      terms.add(
          Term.of(each, clause -> mode(engine, each, clause), clause -> canBeAsked(each, clause)));
    }
    for (Sharing each : sharings) {
      switches.add(Switches.of(each.companion()));
    }
    return new Plan(this, terms, switches, isTracked(terms), isCounted(), isTold());
  }

  private boolean canBeAsked(Checks of, Clause clause) {
    return !implementation.isStandIn() || StandIns.canBeAsked(of, clause);
  }

  /**
   * What is in front knows of an answer to constraints alone; for the rest there is what follows.
   */
  private Mode mode(Engine engine, Checks of, Clause clause) {
    return implementation.isInFront() && !Front.asks(of, clause)
        ? Mode.OFF
        : Modes.of(engine, of, implementation, clause);
  }
}
