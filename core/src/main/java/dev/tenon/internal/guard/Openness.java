package dev.tenon.internal.guard;

import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.model.Clause.Role;
import dev.tenon.model.Mode;
import dev.tenon.verdict.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an invariant that was false counts: an object may break it inside its own calls, since it
 * holds between them.
 *
 * <p>That is asked only when one was false. At first the stack is asked: when no other call under
 * the invariant is on it, the object is not open. Where one is, it cannot be told whether it is of
 * the same object; from then on the bodies under this invariant note which objects are open.
 */
final class Openness {

  /** How often it is looked into for a body that an object calls of itself while it is open. */
  private static final int MOST_WALKS = 64;

  private final Engine engine;
  private final Lane lane;
  private final Ending ending;
  private final Object object;
  private final Ruling ruling;

  private Openness(Engine engine, Lane lane, Ending ending, Object object, Ruling ruling) {
    this.engine = engine;
    this.lane = lane;
    this.ending = ending;
    this.object = object;
    this.ruling = ruling;
  }

  /** (plan, state, self)state: the object is open while the call has a state. */
  static @Nullable Object open(Plan plan, @Nullable Object state, @Nullable Object self) {
    if (state != null) {
      Lane.current().openings.push(self == null ? plan : self, plan);
    }
    return state;
  }

  /** The call is over. */
  static void close(Plan plan, Object self) {
    Lane lane = Lane.current();
    long before = lane.openings.pop(self, plan);
    if (lane.openings.hasPending()) {
      boolean isMade = plan.implementation().isConstructor();
      settle(Engine.installed(), lane, plan.body(), self, isMade ? before : Openings.NEVER);
    }
  }

  /** What of the findings counts now. */
  static List<Finding> judged(
      Engine engine, Lane lane, Ending ending, Ruling ruling, List<Finding> findings) {
    Object object = ending.self();
    Finding broken =
        findings.stream()
            .filter(finding -> isInvariant(finding) && finding.judged(Answer.FALSE))
            .findFirst()
            .orElse(null);
    if (broken == null || object == null) {
      return findings;
    }
    return new Openness(engine, lane, ending, object, ruling).isOver(broken, findings)
        ? findings
        : findings.stream().filter(finding -> !isInvariant(finding)).toList();
  }

  private static boolean isInvariant(Finding finding) {
    return finding.clause().role() == Role.INVARIANT;
  }

  /** Whether the object is known to be inside no other call of its own. */
  private boolean isOver(Finding broken, List<Finding> findings) {
    Openings openings = lane.openings;
    Body body = ending.plan().body();
    int guards = openings.inFront(object, ruling.parties().guards());
    boolean isOpen = openings.isOpenBefore(object, guards);
    if (isOpen && body.selfCalls() >= MOST_WALKS) {
      return false;
    }
    Class<?> declaring = broken.term().checks().declaring();
    Surrounding around = Surrounding.of(body, object.getClass(), declaring);
    if (isOpen && around.calls() == 0 && !openings.hasProxied()) {
      // Left behind by a full stack.
      openings.forget(object);
      isOpen = false;
    }
    if (isOpen) {
      if (around.isOwn()) {
        body.countSelfCall();
      } else {
        record(ruling.reentry(broken, ending));
      }
      return false;
    }
    boolean isMade = isMade(openings, object, declaring, around);
    if (!isMade
        && (!around.mayBeOfObject()
            || around.calls() <= openings.woven(declaring, object.getClass()))) {
      return true;
    }
    if (isMade && around.isOwn()) {
      if (body.selfCalls() >= MOST_WALKS) {
        // Constructors that call this of their own object: what each costs must end somewhere.
        return false;
      }
      body.countSelfCall();
    }
    for (Duty duty : ending.plan().duties()) {
      if (duty.role() == Role.INVARIANT) {
        Tracking.start(duty.term().checks().companion());
      }
    }
    openings.await(
        new Pending(
            object,
            broken,
            ruling.violation(findings, ending),
            around.isOwn() ? null : ruling.reentry(broken, ending),
            around.mayBeMade(),
            openings.number(),
            guards));
    return false;
  }

  /** Whether it may be that the object is just being made: which one is, its constructor tells. */
  private static boolean isMade(
      Openings openings, Object object, Class<?> declaring, Surrounding around) {
    if (!openings.mayBeMade(object.getClass(), declaring)) {
      return false;
    }
    if (!around.mayBeMade()) {
      // Left behind by a constructor that threw.
      openings.forgetMade(object.getClass(), declaring);
    }
    return around.mayBeMade();
  }

  private void record(Violation violation) {
    engine.ledger().record(violation, Mode.OBSERVE);
  }

  /**
   * A call is over: what was waiting for it can be judged, unless a further one goes on.
   *
   * @param before how many judgements had a number when it began to make the object; {@link
   *     Openings#NEVER} when it did not make one
   */
  static void settle(Engine engine, Lane lane, Body body, Object ended, long before) {
    if (lane.on) {
      return;
    }
    lane.on = true;
    try {
      for (Pending each : lane.openings.takePending()) {
        settle(engine, lane, body, each, ended, before);
      }
    } catch (Throwable failure) {
      Faults.passVirtualMachineErrors(failure);
      engine.ledger().error("an invariant that was false inside another call", failure);
    } finally {
      lane.on = false;
    }
  }

  private static void settle(
      Engine engine, Lane lane, Body body, Pending pending, Object ended, long before)
      throws Throwable {
    Object object = pending.object();
    Violation reentry = pending.reentry();
    if (object == ended && pending.guards() > 0) {
      // The same call is left by a guard in front.
      lane.openings.await(pending.left());
      return;
    }
    if (object == ended) {
      // It was open, and the exit of that call judges it.
      if (reentry != null) {
        engine.ledger().record(reentry, Mode.OBSERVE);
      }
      return;
    }
    Finding finding = pending.finding();
    Class<?> declaring = finding.term().checks().declaring();
    Openings openings = lane.openings;
    Surrounding around = Surrounding.of(body, object.getClass(), declaring);
    boolean isTold =
        pending.number() > before
            && body.isUnderInvariantsOf(declaring)
            && body.implementation().owner().isInstance(object);
    boolean isThrown = pending.isMade() && !around.mayBeMade() && !isTold;
    if (isThrown) {
      // Its constructor is gone, and has not told which object it made.
      return;
    }
    boolean isInside =
        openings.isOpen(object)
            || around.mayBeMade()
            || (around.mayBeOfObject()
                && around.calls() > openings.woven(declaring, object.getClass()));
    if (isInside) {
      openings.await(around.mayBeMade() ? pending : pending.ofWhole());
      return;
    }
    if (!finding
        .term()
        .checks()
        .side(Role.INVARIANT)
        .ask(finding.number(), new Object[] {object})) {
      // What the client received is gone: this one is recorded, later ones are thrown.
      engine.ledger().record(pending.broken(), Mode.OBSERVE);
    }
  }
}
