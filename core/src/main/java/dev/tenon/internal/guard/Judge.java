package dev.tenon.internal.guard;

import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked when a check did not hold: finds out which clauses are false, who is to blame,
 * records it and throws if the clause is enforced.
 *
 * <p>The thread's flag is held throughout, so nothing that a clause, a rendering or a log crosses
 * is judged. A failure of our own is counted and lets the call go on.
 */
final class Judge {

  /** Nothing is judged at the exit of this call. */
  static final long SKIP = -1L;

  /** No declaration is owed anything, but the exit of this JDK proxy has a passage to end. */
  static final long PASSING = ~(1L << 62);

  private Judge() {}

  /**
   * The entry of a call whose preconditions did not all hold.
   *
   * @return the declarations that owe nothing, a bit each, or {@link #SKIP}
   * @throws ContractViolation if the verdict is enforced
   */
  static long entry(
      Plan plan, int term, int code, @Nullable Object self, @Nullable Object[] arguments) {
    Lane lane = Lane.current();
    Engine engine = Engine.installed();
    if (lane.on) {
      engine.ledger().countDropped();
      return SKIP;
    }
    long bits = SKIP;
    Violation enforced = null;
    lane.on = true;
    try {
      Caller caller = plan.body().caller();
      if (isPassing(plan) && self != null) {
        if (Targets.isGuarded(self)) {
          return SKIP;
        }
        if (Targets.behind(self, plan) != null) {
          lane.passage = new Passage(lane.passage, plan, false);
          return PASSING;
        }
      }
      if (caller != null && self != null) {
        AtCall.Entered at = new AtCall(engine, plan, caller, self).enter(term, code, arguments);
        bits = at.bits();
        enforced = at.enforced();
      } else {
        Parties parties = Parties.find(plan.body(), self, engine.machinery());
        if (!parties.isSuperCall()) {
          List<Finding> findings = preconditions(plan, term, code, self, arguments);
          bits = owedNothing(findings);
          enforced = onEntry(new Ruling(engine, plan, parties), findings, self, arguments);
        }
      }
      if (enforced == null && isPassing(plan)) {
        lane.passage = new Passage(lane.passage, plan, true);
        bits &= PASSING;
      }
    } catch (Throwable failure) {
      contain(engine, failure);
    } finally {
      lane.on = false;
    }
    if (enforced != null) {
      throw new ContractViolation(enforced);
    }
    return bits;
  }

  /** The exit of a call that pinned a plan without old values, or owes not everything. */
  static void pinnedExit(
      Object state,
      @Nullable Throwable thrown,
      @Nullable Object result,
      @Nullable Object self,
      @Nullable Object[] arguments) {
    if (state instanceof Pinned pinned) {
      exit(pinned, null, Code.UNASKED, thrown, result, self, arguments, new Object[0]);
    }
  }

  /**
   * The exit of a call whose clauses did not all hold, or were not asked yet.
   *
   * @param from what did not hold; null when nothing was asked
   * @param old the old values of all declarations one after the other, each with its kept failures
   *     last
   * @throws ContractViolation if the verdict is enforced
   */
  static void exit(
      Pinned pinned,
      @Nullable Duty from,
      int code,
      @Nullable Throwable thrown,
      @Nullable Object result,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object[] old) {
    Plan plan = pinned.plan();
    long bits = pinned.bits();
    try {
      if (code == Code.UNASKED && self != null && plan.body().caller() == null) {
        close(plan, self);
      }
      if (bits != SKIP) {
        exit(new Ending(plan, bits, thrown, result, self, arguments, old), from, code);
      }
    } finally {
      if (self != null) {
        leave(plan, self);
      }
      if (plan.body().caller() != null) {
        PassedCall.end(plan);
      }
    }
  }

  private static void exit(Ending ending, @Nullable Duty from, int code) {
    Plan plan = ending.plan();
    Throwable thrown = ending.thrown();
    Object self = ending.self();
    boolean isProxy = plan.implementation().isJdkProxy();
    if (thrown != null && !isProxy && Frameworks.isAnswer(thrown)) {
      Lane.current().account(thrown);
    }
    if (thrown != null && !isProxy && !isJudged(plan, ending.bits(), thrown)) {
      return;
    }
    Lane lane = Lane.current();
    Engine engine = Engine.installed();
    if (lane.on) {
      engine.ledger().countDropped();
      return;
    }
    Violation enforced = null;
    lane.on = true;
    try {
      Caller caller = plan.body().caller();
      if (caller != null && self != null) {
        enforced = new AtCall(engine, plan, caller, self).leave(ending, from, code);
      } else if (isProxy && self != null) {
        enforced = Proxied.end(engine, lane, ending, self, from, code);
      } else if (ending.owesNothing() && isAlone(plan, lane)) {
        // Without a walk of the stack, which costs as much as a record.
        lane.reported = null;
      } else {
        enforced = end(engine, ending, from, code);
      }
    } catch (Throwable failure) {
      contain(engine, failure);
    } finally {
      lane.on = false;
    }
    if (enforced != null) {
      violate(enforced, thrown);
    }
  }

  /** Whether no guard stands in front that had to be told what was found here. */
  private static boolean isAlone(Plan plan, Lane lane) {
    return lane.guarded == null && lane.passage == null && !plan.body().isProxy();
  }

  private static void leave(Plan plan, Object self) {
    if (plan.isCounted()) {
      Traffic.leave(self);
    } else if (plan.body().isCounted()) {
      Traffic.leaveUncounted(self);
    }
  }

  /** A call that entered under this plan ends, however that is found out. */
  private static void close(Plan plan, Object self) {
    if (plan.isTracked()) {
      Openness.close(plan, self);
      return;
    }
    Lane lane = Lane.known();
    if (lane != null && lane.openings.hasPending()) {
      // A constructor that was not noted began before what waits.
      long before = plan.implementation().isConstructor() ? 0 : Openings.NEVER;
      Openness.settle(Engine.installed(), lane, plan.body(), self, before);
    }
  }

  /** Whether somebody says something of this exception; what nobody does is noted at most. */
  static boolean isJudged(Plan plan, long bits, Throwable thrown) {
    if (thrown instanceof ContractViolation || thrown instanceof VirtualMachineError) {
      // A violation on its way to the client: what follows from it is none of its own. And where
      // the stack is full nothing can be judged.
      return false;
    }
    if (bits == 0
        && thrown instanceof RuntimeException
        && plan.isOpen()
        && plan.body().caller() == null
        && !isInClause()) {
      Engine.installed().ledger().note(noted(plan), thrown.getClass().getName());
    }
    return plan.judgesThrow();
  }

  private static boolean isInClause() {
    Lane lane = Lane.known();
    return lane != null && lane.on;
  }

  private static Violation.Operation noted(Plan plan) {
    return new Violation.Operation(
        plan.terms().get(0).checks().declaring().getName(), plan.implementation().method());
  }

  /**
   * Whether what stands behind this JDK proxy may report first. A checking proxy in front of one
   * stands where the client does and stops the call itself.
   */
  private static boolean isPassing(Plan plan) {
    return plan.implementation().isJdkProxy() && !plan.body().isProxy();
  }

  static @Nullable Violation end(Engine engine, Ending ending, @Nullable Duty from, int code) {
    Plan plan = ending.plan();
    Parties parties = Parties.find(plan.body(), ending.self(), engine.machinery());
    if (parties.isSuperCall()) {
      return null;
    }
    List<Finding> findings = ending.ask(from, code);
    if (Reported.already(plan, findings)) {
      return null;
    }
    Ruling ruling = new Ruling(engine, plan, parties);
    List<Finding> judged = Openness.judged(engine, Lane.current(), ending, ruling, findings);
    Violation enforced = ruling.onExit(Overlap.judged(judged, ending), ending);
    if (enforced == null || ending.thrown() != null) {
      // What the supplier threw goes on through the guards in front, not the violation.
      Reported.toGuards(findings, parties);
    }
    if (!Reliance.isPromiseKept(findings)) {
      // Also where it is thrown: what stands between may not let it through as it is.
      ruling.tell();
    }
    return enforced;
  }

  static @Nullable Violation refused(
      Engine engine, Plan plan, Object self, List<Finding> findings, @Nullable Object[] arguments) {
    Ruling ruling = new Ruling(engine, plan, Parties.find(plan.body(), self, engine.machinery()));
    return onEntry(ruling, findings, self, arguments);
  }

  private static @Nullable Violation onEntry(
      Ruling ruling, List<Finding> findings, @Nullable Object self, @Nullable Object[] arguments) {
    ruling.tell();
    return ruling.onEntry(findings, self, arguments);
  }

  /** The exception of the supplier is never replaced; it carries the violation. */
  static void violate(Violation enforced, @Nullable Throwable thrown) {
    if (thrown == null) {
      throw new ContractViolation(enforced);
    }
    // One at most: an exception that is thrown again and again would carry them all for ever.
    synchronized (thrown) {
      for (Throwable carried : thrown.getSuppressed()) {
        if (carried instanceof ContractViolation) {
          return;
        }
      }
      thrown.addSuppressed(new ContractViolation(enforced));
    }
  }

  /** A bit for each declaration that has a precondition which is not known to hold. */
  static long owedNothing(List<Finding> findings) {
    long bits = 0;
    for (Finding finding : findings) {
      if (!finding.is(Finding.Answer.TRUE)) {
        bits |= 1L << finding.index();
      }
    }
    return bits;
  }

  static List<Finding> preconditions(Plan plan, Object self, @Nullable Object[] arguments) {
    return preconditions(plan, 0, Code.UNASKED, self, arguments);
  }

  static List<Finding> preconditions(
      Plan plan, int from, int code, @Nullable Object self, @Nullable Object[] arguments) {
    @Nullable Object[] operands = operands(self, arguments);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < plan.terms().size(); i++) {
      Term term = plan.terms().get(i);
      findings.addAll(
          Inquiry.ask(
              i,
              term,
              term.checks().requires(),
              term.askedRequires(),
              term.judgedRequires(),
              i == from ? code : Code.UNASKED,
              operands));
    }
    return findings;
  }

  static @Nullable Object[] operands(@Nullable Object self, @Nullable Object[] arguments) {
    @Nullable Object[] operands = new Object[arguments.length + 1];
    operands[0] = self;
    System.arraycopy(arguments, 0, operands, 1, arguments.length);
    return operands;
  }

  static void contain(Engine engine, Throwable failure) {
    Faults.passVirtualMachineErrors(failure);
    if (Faults.isStackExhausted(failure)) {
      // The application is deep: its body overflows next, or has room that we had not.
      engine.ledger().countSkipped();
    } else {
      engine.ledger().error("judge", failure);
    }
  }
}
