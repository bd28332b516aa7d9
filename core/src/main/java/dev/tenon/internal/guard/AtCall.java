package dev.tenon.internal.guard;

import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.verdict.Site;
import dev.tenon.verdict.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges what the view of a client says, at a call of this client. The client is known; what binds
 * the supplier is looked at only here, where something of the view did not hold.
 *
 * <p>A broken promise is judged together with what the supplier's own declarations ask, as a
 * checking proxy would do that knows both, and the guards behind are told so. A broken reliance
 * counts only where all that is promised held: the guards behind tell when it did not.
 */
final class AtCall {

  private final Engine engine;
  private final Plan plan;
  private final Site client;
  private final Object self;
  private final Object supplier;
  private final Body behind;
  private final Plan joint;

  /**
   * A call.
   *
   * @param plan what the views say
   * @param caller where the call is
   * @param self the supplier, as it is called
   */
  AtCall(Engine engine, Plan plan, Caller caller, Object self) {
    this.engine = engine;
    this.plan = plan;
    this.client = caller.site();
    this.self = self;
    this.supplier = GuardedSupplier.unwrapped(self);
    this.behind = Calls.behind(supplier.getClass(), plan.implementation(), caller.lookup());
    this.joint = plan.with(behind.plan());
  }

  /** What is known of a call whose preconditions did not all hold. */
  record Entered(long bits, @Nullable Violation enforced) {}

  /** The entry of a call whose client did not keep all of its promises. */
  Entered enter(int term, int code, @Nullable Object[] arguments) {
    List<Finding> findings = Judge.preconditions(joint, term, code, supplier, arguments);
    Ruling ruling = ruling();
    Violation enforced = ruling.onEntry(findings, supplier, arguments);
    if (enforced == null) {
      Lane lane = Lane.current();
      lane.passed = new PassedCall(lane.passed, plan, joint, Place.here(engine.machinery()));
    }
    return new Entered(Judge.owedNothing(findings) & ofView(), enforced);
  }

  /** The exit of a call whose client did not get all that it relies on, or is told so. */
  @Nullable Violation leave(Ending ending, @Nullable Duty from, int code) {
    List<Finding> findings = ending.ask(from, code);
    if (CallSites.isTold(plan.implementation().method(), engine.machinery())
        || findings.stream().allMatch(finding -> finding.is(Answer.TRUE))) {
      return null;
    }
    Ending all = ending.of(joint, supplier);
    List<Finding> known = isGuardedBehind() ? findings : unguarded(all, findings);
    // By the plan of the call: what is counted is counted by it.
    return ruling().onExit(Overlap.judged(known, ending), all);
  }

  private Ruling ruling() {
    return new Ruling(engine, joint, Parties.at(client, behind, supplier, engine.machinery()));
  }

  /** A bit for each declaration that is a view's: the others are owed to whoever guards them. */
  private long ofView() {
    return (1L << plan.terms().size()) - 1;
  }

  /** Whether what the supplier promises is judged where it leaves. */
  private boolean isGuardedBehind() {
    return supplier != self || Bodies.isWoven(behind.implementation());
  }

  private List<Finding> unguarded(Ending ending, List<Finding> findings) {
    return new Unguarded(ending, plan.terms().size(), behind.holes().isEmpty()).beside(findings);
  }
}
