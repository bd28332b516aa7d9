package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.check.Side;
import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.model.Clause;
import dev.tenon.model.Mode;
import dev.tenon.model.Party;
import dev.tenon.model.settings.ModePattern;
import dev.tenon.verdict.Broken;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.Evidence;
import dev.tenon.verdict.NotEvaluable;
import dev.tenon.verdict.Undecided;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From what the clauses answered to a verdict, its record and what the client receives. */
record Ruling(Engine engine, Plan plan, Parties parties) {

  /** The violation to throw; null to go on. */
  @Nullable Violation onEntry(
      List<Finding> found, @Nullable Object self, @Nullable Object[] arguments) {
    Function<Finding, @Nullable Object[]> operands = of -> Judge.operands(self, arguments);
    List<Finding> findings = new Quoting(engine, operands).confirmed(found);
    List<Finding> broken = having(findings, Answer.FALSE);
    if (broken.isEmpty()) {
      return undecided(findings, operands, self);
    }
    List<Finding> promises = broken.stream().filter(Finding::isOfView).toList();
    Views.Blame blame =
        promises.size() == broken.size()
            ? Views.Blame.CLIENT
            : new Views(plan, findings).blame(parties.call());
    List<Finding> deciding = broken;
    if (blame != Views.Blame.CLIENT
        && !promises.isEmpty()
        && !isStricter(blame, broken, promises)) {
      // Whoever else is to blame: the client has not done what it promised itself.
      blame = Views.Blame.CLIENT;
      deciding = promises;
    }
    Finding primary = strictest(deciding);
    if (blame == Views.Blame.UNKNOWN || blame == Views.Blame.UNEVALUABLE) {
      Undecided verdict =
          new Undecided(
              ClauseKind.PRECONDITION,
              primary.citation(),
              unclear(blame),
              evidence(primary, findings, operands));
      record(verdict, primary, self);
      return null;
    }
    Broken verdict =
        new Broken(
            ClauseKind.PRECONDITION,
            primary.citation(),
            blame == Views.Blame.OVERRIDE ? Party.OVERRIDE : Party.CLIENT,
            evidence(primary, findings, operands),
            blame == Views.Blame.LATENT,
            blame == Views.Blame.OVERRIDE ? accepting(primary, findings) : List.of());
    return broken(verdict, primary, self);
  }

  /** Whether an implementation that contradicts its seam is thrown where promises are observed. */
  private boolean isStricter(Views.Blame blame, List<Finding> broken, List<Finding> promises) {
    return blame == Views.Blame.OVERRIDE
        && mode(strictest(broken)).compareTo(mode(strictest(promises))) > 0;
  }

  private static Cause unclear(Views.Blame blame) {
    return blame == Views.Blame.UNKNOWN
        ? Cause.unclear(
            "is false while another declaration of the operation accepts the call, and the"
                + " type that the client called through is not known",
            "let the declarations of the operation ask the same: see the clause")
        : Cause.unclear(
            "is false, but the declaration that the client called through could not be evaluated",
            "let no clause of the operation throw: see those not evaluable");
  }

  /** The violation to throw; null to go on. */
  @Nullable Violation onExit(List<Finding> found, Ending ending) {
    List<Finding> findings =
        Reliance.counting(
            new Quoting(engine, ending::operands).confirmed(found),
            PassedCall.isAt(parties.place()));
    List<Finding> broken = having(findings, Answer.FALSE);
    if (broken.isEmpty()) {
      return undecided(findings, ending::operands, ending.self());
    }
    Finding primary = strictest(broken);
    return broken(verdict(primary, findings, ending), primary, ending.self());
  }

  private Broken verdict(Finding primary, List<Finding> findings, Ending ending) {
    Evidence evidence = evidence(primary, findings, ending::operands);
    if (primary.isAboutThrow()) {
      evidence = Exceptions.with(evidence, primary, ending.thrown());
    }
    if (primary.isReliance()) {
      return new Broken(
          primary.kind(),
          primary.citation(),
          Party.GAP,
          evidence,
          false,
          Reliance.promised(plan, primary));
    }
    List<Citation> weaker = Overrides.weaker(primary, findings);
    return new Broken(
        primary.kind(),
        primary.citation(),
        weaker.isEmpty() ? Party.SUPPLIER : Party.OVERRIDE,
        evidence,
        false,
        weaker);
  }

  /** Tells the guard at the client's own call that something did not hold and is judged here. */
  void tell() {
    CallSites.tell(plan.implementation().method(), parties.place());
  }

  /** The violation that the false invariants are, when they count. */
  Violation violation(List<Finding> findings, Ending ending) {
    Finding primary =
        strictest(
            having(findings, Answer.FALSE).stream()
                .filter(finding -> finding.kind() == ClauseKind.INVARIANT)
                .toList());
    return Violation.of(
        verdict(primary, findings, ending),
        operation(primary),
        parties.client(),
        parties.supplier());
  }

  /** What is recorded when somebody else called an object inside a call of its own. */
  Violation reentry(Finding broken, Ending ending) {
    Undecided verdict =
        new Undecided(
            ClauseKind.INVARIANT,
            broken.citation(),
            Cause.reentry(),
            evidence(broken, List.of(), ending::operands));
    return Violation.of(verdict, operation(broken), parties.client(), parties.supplier());
  }

  private @Nullable Violation broken(Broken verdict, Finding primary, @Nullable Object self) {
    boolean enforced = mode(primary) == Mode.ENFORCE && !verdict.isLatent();
    if (isReported(primary)) {
      return null;
    }
    Violation violation =
        Violation.of(verdict, operation(primary), parties.client(), parties.supplier());
    if (StandIns.take(engine, plan, violation, self)) {
      return null;
    }
    engine.ledger().record(violation, enforced ? Mode.ENFORCE : Mode.OBSERVE);
    return enforced ? violation : null;
  }

  /** Whether it is recorded here. */
  private boolean record(Undecided verdict, Finding primary, @Nullable Object self) {
    if (isReported(primary)) {
      return false;
    }
    Violation violation =
        Violation.of(verdict, operation(primary), parties.client(), parties.supplier());
    if (StandIns.take(engine, plan, violation, self)) {
      return false;
    }
    engine.ledger().record(violation, Mode.OBSERVE);
    return true;
  }

  /**
   * Whether another guard reports this handoff on its way in: the outermost checking proxy, or the
   * first to report among those behind a JDK proxy. On the way out the innermost does, which tells
   * those in front.
   */
  private boolean isReported(Finding primary) {
    return primary.clause().role() == Clause.Role.REQUIRES
        && (PassedCall.isJudged(primary, parties.place())
            || GuardedCall.isAskedInFront(primary, plan.body(), parties.guards())
            || (!parties.proxies().isEmpty() && isReportedInPassage()));
  }

  private boolean isReportedInPassage() {
    Passage innermost = Lane.current().passage;
    boolean before = innermost != null && innermost.report(plan);
    for (Passage at = innermost; at != null; at = at.outer()) {
      at.report(plan);
    }
    return before;
  }

  /** A clause that failed blames nobody and stops nobody: it is recorded. */
  private @Nullable Violation undecided(
      List<Finding> findings,
      Function<Finding, @Nullable Object[]> operands,
      @Nullable Object self) {
    for (Finding finding : findings) {
      if (finding.judged(Answer.MOVED)
          || finding.judged(Answer.RECOVERED)
          || finding.judged(Answer.UNCLEAR)
          || (finding.judged(Answer.THREW) && !isExplained(finding, findings))) {
        Undecided verdict =
            new Undecided(
                finding.kind(),
                finding.citation(),
                cause(finding),
                evidence(finding, List.of(), operands));
        if (record(verdict, finding, self) && !finding.is(Answer.UNCLEAR)) {
          countFailure(verdict, finding);
        }
        return null;
      }
    }
    return null;
  }

  private static Cause cause(Finding finding) {
    Throwable thrown = finding.thrown();
    Cause known = finding.cause();
    if (known != null) {
      return known;
    }
    boolean isSensitive = finding.isSensitive();
    return switch (finding.answer()) {
      case RECOVERED ->
          thrown == null ? Cause.oneRecovered() : Cause.recovered(thrown, isSensitive);
      case THREW -> thrown == null ? Cause.moved() : Cause.threw(thrown, isSensitive);
      case TRUE, FALSE, MOVED, UNCLEAR -> Cause.moved();
    };
  }

  /** A clause that keeps failing is switched off, with a record of its own. */
  private void countFailure(Undecided verdict, Finding finding) {
    Violation.Operation operation = operation(finding);
    String clause = finding.clause().name();
    String of = finding.term().checks().operation().name();
    String stating = finding.term().checks().stating().getName();
    String pattern = ModePattern.textOf(stating, of, clause);
    if (!engine.quarantine().isExceeded(pattern, System.nanoTime())) {
      return;
    }
    String reason = engine.quarantine().reason();
    Undecided last =
        new Undecided(
            verdict.kind(),
            verdict.clause(),
            Cause.switchedOff(reason, verdict.cause(), pattern),
            Evidence.none());
    Violation record = Violation.of(last, operation, parties.client(), parties.supplier());
    engine.ledger().record(record, Mode.OBSERVE);
    engine.ledger().warning("clause " + pattern + " is switched off: " + reason);
    engine.policy().switchOff(stating, of, clause, reason);
  }

  /** What throws beside a false clause is no verdict, also where the false one is off. */
  private static boolean isExplained(Finding thrown, List<Finding> findings) {
    return findings.stream()
        .anyMatch(other -> other.index() == thrown.index() && other.is(Answer.FALSE));
  }

  private Evidence evidence(
      Finding primary, List<Finding> findings, Function<Finding, @Nullable Object[]> operands) {
    Side side = primary.term().checks().side(primary.clause().role());
    Recording recording = new Recording(primary.clause().expressions(), engine.rendering());
    try {
      boolean explained = side.explain(primary.number(), recording, operands.apply(primary));
      if (explained
          && primary.is(Answer.FALSE)
          && primary.clause().role() != Clause.Role.THROWS
          && !side.ask(primary.number(), operands.apply(primary))) {
        engine
            .ledger()
            .error(
                "explaining form",
                new IllegalStateException(
                    "the explaining form disagrees with the clause " + primary.clause().text()));
      }
    } catch (Throwable failure) {
      // What was seen up to here is the evidence: a clause that throws is explained that far.
      Faults.passVirtualMachineErrors(failure);
    }
    List<Citation> also = new ArrayList<>();
    List<NotEvaluable> notEvaluable = new ArrayList<>();
    for (Finding finding : findings) {
      Throwable thrown = finding.thrown();
      if (!finding.equals(primary) && finding.judged(Answer.FALSE)) {
        also.add(finding.citation());
      } else if (finding.judged(Answer.THREW) && thrown != null) {
        notEvaluable.add(
            new NotEvaluable(finding.citation(), Cause.threw(thrown, finding.isSensitive())));
      }
    }
    return new Evidence(
        recording.seen(), also, notEvaluable, new Quoting(engine, operands).of(primary, findings));
  }

  /** The clauses of the other declarations, which accept the call that this one refuses. */
  private static List<Citation> accepting(Finding primary, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.index() != primary.index() && finding.judged(Answer.TRUE))
        .filter(finding -> !finding.isOfView())
        .map(Finding::citation)
        .toList();
  }

  private static List<Finding> having(List<Finding> findings, Answer answer) {
    return findings.stream().filter(finding -> finding.judged(answer)).toList();
  }

  /** The first in source order among those of the strictest mode. */
  private Finding strictest(List<Finding> broken) {
    return broken.stream()
        .max(Comparator.comparing(this::mode).thenComparing(finding -> -broken.indexOf(finding)))
        .orElseThrow();
  }

  /** The mode in force now: the action is decided when the verdict falls. */
  private Mode mode(Finding finding) {
    return Modes.of(engine, finding.term().checks(), plan.implementation(), finding.clause());
  }

  /** What was called: for an invariant, which is about all operations, the one that broke it. */
  private Violation.Operation operation(Finding finding) {
    Checks checks = finding.term().checks();
    return new Violation.Operation(
        checks.declaring().getName(),
        checks.operation().isInvariants()
            ? plan.implementation().method()
            : checks.operation().name());
  }
}
