package dev.tenon.internal.guard;

import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.model.Clause;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.Site;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
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
  private final Site caller;
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
  AtCall(Engine engine, Plan plan, Site caller, Object self) {
    this.engine = engine;
    this.plan = plan;
    this.caller = caller;
    this.self = self;
    this.supplier = GuardedSupplier.unwrapped(self);
    this.behind = Calls.behind(supplier.getClass(), plan.implementation());
    this.joint = plan.with(behind.plan());
  }

  /** What is known of a call whose preconditions did not all hold. */
  record Entered(long bits, @Nullable Violation enforced) {}

  /** The entry of a call whose client did not keep all of its promises. */
  Entered enter(int term, int code, @Nullable Object[] arguments) {
    List<Finding> findings = Judge.preconditions(joint, term, code, self, arguments);
    Ruling ruling = ruling();
    Violation enforced = ruling.onEntry(findings, finding -> Judge.operands(self, arguments));
    if (enforced == null) {
      Lane lane = Lane.current();
      lane.passed = new PassedCall(lane.passed, plan, behind, Place.here(engine.machinery()));
    }
    return new Entered(Judge.owedNothing(findings) & ofView(), enforced);
  }

  /** The exit of a call whose client did not get all that it relies on, or is told so. */
  @Nullable Violation leave(Ending ending, @Nullable Duty from, int code) {
    List<Finding> findings = ending.ask(from, code);
    if (CallSites.isTold(engine.machinery())
        || findings.stream().allMatch(finding -> finding.is(Answer.TRUE))) {
      return null;
    }
    Ending all = ending.of(joint);
    List<Finding> known = isGuardedBehind() ? findings : withUnguarded(all, findings);
    // By the plan of the call: what is counted is counted by it.
    return ruling().onExit(Overlap.judged(known, ending), all);
  }

  private Ruling ruling() {
    return new Ruling(engine, joint, Parties.at(caller, behind, supplier, engine.machinery()));
  }

  /** A bit for each declaration that is a view's: the others are owed to whoever guards them. */
  private long ofView() {
    return (1L << plan.terms().size()) - 1;
  }

  /** Whether what the supplier promises is judged where it leaves. */
  private boolean isGuardedBehind() {
    return supplier != self || Bodies.isWoven(behind.implementation());
  }

  /** What nobody else asks of a supplier, as far as it can be asked after the call. */
  private List<Finding> withUnguarded(Ending ending, List<Finding> findings) {
    List<Finding> all = new ArrayList<>(findings);
    boolean isKnown = true;
    for (int i = plan.terms().size(); i < joint.terms().size(); i++) {
      Term term = joint.terms().get(i);
      long promised = term.judged(Clause.Role.ENSURES);
      if (ending.thrown() != null) {
        isKnown &= !term.closesList();
      } else if (promised != 0 && isOwing(ending, i, term)) {
        long asked = promised & withoutOld(term);
        isKnown &= asked == promised;
        all.addAll(
            Inquiry.ask(
                i,
                term,
                term.checks().side(Clause.Role.ENSURES),
                asked,
                asked,
                Code.UNASKED,
                ending.operands(i, Clause.Role.ENSURES)));
      } else {
        isKnown &= promised == 0;
      }
    }
    return isKnown || hasBroken(all, findings.size())
        ? all
        : findings.stream().map(AtCall::unclear).toList();
  }

  private static boolean hasBroken(List<Finding> all, int from) {
    return all.subList(from, all.size()).stream().anyMatch(each -> each.judged(Answer.FALSE));
  }

  /** As far as that can be told now: its preconditions may have held then and not any more. */
  private static boolean isOwing(Ending ending, int index, Term term) {
    return Inquiry.ask(
            index,
            term,
            term.checks().requires(),
            term.askedRequires(),
            term.judgedRequires(),
            Code.UNASKED,
            Judge.operands(ending.self(), ending.arguments()))
        .stream()
        .allMatch(finding -> finding.is(Answer.TRUE));
  }

  private static long withoutOld(Term term) {
    long bits = 0;
    List<Clause> clauses = term.checks().side(Clause.Role.ENSURES).clauses();
    for (int i = 0; i < clauses.size(); i++) {
      bits |= clauses.get(i).old().isEmpty() ? 1L << i : 0;
    }
    return bits;
  }

  private static Finding unclear(Finding finding) {
    return finding.judged(Answer.FALSE)
        ? finding.undecided(
            Cause.unclear(
                "is false, but whether the supplier kept what the seam promises is not known: it"
                    + " is not woven",
                "have the supplier woven, or guard it with Seams.guard"))
        : finding;
  }
}
