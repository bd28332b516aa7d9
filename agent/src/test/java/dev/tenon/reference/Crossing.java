package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Owned;
import dev.tenon.reference.Inside.Answer;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Report.Blame;
import dev.tenon.reference.Report.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One handoff: entry and exit. */
final class Crossing {

  private final Judging judging;
  private final Plan plan;
  private final @Nullable Thing self;
  private final Map<String, @Nullable Object> names;
  private final Map<Owned, Stated> pinned = new HashMap<>();
  private final Map<Owned, Map<Expression.Old, Evaluation.Captured>> owed = new LinkedHashMap<>();
  private final int depth;
  private boolean areInvariantsOwed;
  private boolean isCounted;

  /**
   * A handoff.
   *
   * @param self the object; null for a static method
   * @param names the arguments
   */
  Crossing(Judging judging, Plan plan, @Nullable Thing self, Map<String, @Nullable Object> names) {
    this.judging = judging;
    this.plan = plan;
    this.self = self;
    this.names = new HashMap<>(names);
    this.depth = judging.inside().depth();
    plan.declarations().forEach(owned -> pinned.put(owned, judging.stated(owned)));
    plan.invariants().forEach(owned -> pinned.put(owned, judging.stated(owned)));
  }

  /** What is owed before the body runs. */
  void enter() {
    countThread();
    Evaluation entry = evaluation(names, Map.of());
    List<Verdicts> asked = new ArrayList<>();
    plan.declarations().forEach(owned -> asked.add(stated(owned).atEntry(entry)));
    Optional<Report> refusal =
        recorded(new Blaming(judging.hierarchy(), plan.declarations(), asked).entry(plan.view()));
    if (refusal.isPresent()) {
      throw new Raised("", refusal.get());
    }
    areInvariantsOwed = asked.stream().allMatch(Verdicts::allHeld);
    for (int i = 0; i < asked.size(); i++) {
      Owned owned = plan.declarations().get(i);
      if (asked.get(i).allHeld()) {
        owed.put(owned, stated(owned).captured(entry));
        areInvariantsOwed |= !owned.member().requires().isEmpty();
      }
    }
    if (self != null && !plan.invariants().isEmpty()) {
      begin(self);
    }
  }

  private void begin(Thing object) {
    Inside inside = judging.inside();
    String operation = plan.operation().name();
    if (plan.isGuarded()) {
      inside.begin(object, false, plan.owner(), operation, judgedTypes(), boundTypes(), true);
    }
    if (plan.isWoven()) {
      inside.begin(
          object, plan.isMaking(), plan.owner(), operation, judgedTypes(), boundTypes(), false);
    }
  }

  private void countThread() {
    if (self != null && !plan.isMaking() && pinned.values().stream().anyMatch(Stated::isInForce)) {
      isCounted = judging.threads().areCounted(self.type());
      judging.threads().enter(self.type());
    }
  }

  /** What is owed where the body returns. */
  void returned(@Nullable Object result) {
    leave();
    Map<String, @Nullable Object> withResult = new HashMap<>(names);
    withResult.put("result", result);
    List<Owned> owing = new ArrayList<>();
    List<Verdicts> said = new ArrayList<>();
    owed.forEach(
        (owned, olds) -> {
          owing.add(owned);
          said.add(stated(owned).atReturn(evaluation(withResult, olds)));
        });
    Optional<Report> violation = judge(owing, said);
    if (violation.isPresent()) {
      throw new Raised("", violation.get());
    }
  }

  /** What is owed where the body throws: its exception stays what it is. */
  void threw(RuntimeException thrown) {
    if (plan.isMaking()) {
      // No class file can look at what a constructor throws.
      judging.inside().abandon(depth);
      return;
    }
    leave();
    if (thrown instanceof Raised raised && raised.report() != null) {
      // A violation on its way to the client is judged no further.
      return;
    }
    List<Owned> owing = new ArrayList<>();
    List<Verdicts> said = new ArrayList<>();
    owed.forEach(
        (owned, olds) -> {
          ExceptionList list = stated(owned).list();
          if (list.isClosed()) {
            owing.add(owned);
            said.add(list.of(thrown, evaluation(names, olds)));
          }
        });
    judge(owing, said).ifPresent(report -> judging.records().carry(thrown, report));
  }

  private void leave() {
    if (self != null && !plan.invariants().isEmpty()) {
      judging.inside().end(depth, self);
    }
  }

  /** What the declarations said, then the invariants. */
  private Optional<Report> judge(List<Owned> owing, List<Verdicts> said) {
    boolean isWhole = self != null && (!plan.isMaking() || self.type().equals(plan.owner().name()));
    List<Owned> all = new ArrayList<>(owing);
    List<Verdicts> answers = new ArrayList<>(said);
    if (areInvariantsOwed && isWhole) {
      for (Owned owned : plan.invariants()) {
        all.add(owned);
        answers.add(invariants(owned));
      }
      if (!isOver(all, answers)) {
        all = all.stream().filter(owned -> !owned.isInvariants()).toList();
        answers = answers.subList(0, all.size());
      }
    }
    return recorded(new Blaming(judging.hierarchy(), all, shared(all, answers)).exit());
  }

  private Verdicts invariants(Owned owned) {
    return stated(owned).atReturn(evaluation(Map.of(), Map.of()));
  }

  /** Whether the invariants that are false count now. */
  private boolean isOver(List<Owned> all, List<Verdicts> answers) {
    Optional<Owned> broken =
        all.stream()
            .filter(Owned::isInvariants)
            .filter(owned -> !answers.get(all.indexOf(owned)).broken().isEmpty())
            .findFirst();
    if (broken.isEmpty() || self == null) {
      return true;
    }
    Clause clause = answers.get(all.indexOf(broken.get())).broken().get(0);
    String type = broken.get().type().name();
    Answer answer = judging.inside().ask(self, type, plan.caller());
    Report reentry = reentry(broken.get(), clause);
    if (answer == Answer.REENTRY) {
      judging.records().add(reentry);
    }
    if (answer == Answer.UNKNOWN) {
      boolean isOwn = judging.inside().isOwn(self, plan.caller());
      judging
          .inside()
          .await(
              self,
              judgedTypes(),
              type,
              new Blaming(judging.hierarchy(), all, answers)
                  .invariants()
                  .map(this::report)
                  .orElseThrow(),
              () -> evaluation(Map.of(), Map.of()).isTrue(clause.condition()),
              isOwn ? Optional.empty() : Optional.of(reentry));
    }
    return answer == Answer.OVER;
  }

  private Report reentry(Owned owned, Clause clause) {
    Blaming.Ruling ruling =
        new Blaming.Ruling(
            Blame.CONTRACT,
            Report.REENTRY,
            false,
            Mode.OBSERVE,
            owned,
            clause,
            List.of(),
            List.of());
    return report(ruling);
  }

  /** What another thread may have made false decides nothing. */
  private List<Verdicts> shared(List<Owned> all, List<Verdicts> answers) {
    List<Verdicts> moved = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Owned owned = all.get(i);
      moved.add(answers.get(i).sharing(clause -> judging.threads().isConcerned(owned, clause)));
    }
    boolean isAny = moved.stream().anyMatch(verdicts -> !verdicts.shared().isEmpty());
    return isAny
            && self != null
            && !plan.isMaking()
            && judging.threads().mayOverlap(self.type(), isCounted)
        ? moved
        : answers;
  }

  /** A verdict is data: this records it, and gives what the client receives. */
  private Optional<Report> recorded(Optional<Blaming.Ruling> ruling) {
    Optional<Report> report = ruling.map(this::report);
    report.ifPresent(judging.records()::add);
    return ruling.filter(Blaming.Ruling::isThrown).isPresent() ? report : Optional.empty();
  }

  private Report report(Blaming.Ruling found) {
    return new Report(
        found.blamed(),
        found.cause(),
        found.isLatent(),
        kind(found),
        judging.hierarchy().binary(found.declaration().type().name())
            + "."
            + plan.operation().name(),
        found.clause().name(),
        found.also().stream().map(Clause::name).toList(),
        found.unevaluable().stream().map(Clause::name).toList(),
        List.of(),
        plan.client(),
        plan.supplier());
  }

  private static Kind kind(Blaming.Ruling ruling) {
    Hierarchy.Member member = ruling.declaration().member();
    if (ruling.declaration().isInvariants()) {
      return Kind.INVARIANT;
    }
    if (member.requires().contains(ruling.clause())) {
      return Kind.PRECONDITION;
    }
    return member.ensures().contains(ruling.clause()) ? Kind.GUARANTEE : Kind.EXCEPTION;
  }

  private Stated stated(Owned owned) {
    return Objects.requireNonNull(pinned.get(owned));
  }

  private Set<String> judgedTypes() {
    return plan.invariants().stream()
        .filter(owned -> stated(owned).isInForce())
        .map(owned -> owned.type().name())
        .collect(Collectors.toSet());
  }

  private Set<String> boundTypes() {
    return plan.invariants().stream().map(owned -> owned.type().name()).collect(Collectors.toSet());
  }

  private Evaluation evaluation(
      Map<String, @Nullable Object> known, Map<Expression.Old, Evaluation.Captured> olds) {
    Map<String, @Nullable Object> fields = self == null ? Map.of() : self.fields();
    return new Evaluation(known, fields, olds, (method, arguments) -> query(fields, method));
  }

  /** Inside a clause nothing is judged. */
  private static @Nullable Object query(Map<String, @Nullable Object> fields, String method) {
    if (!fields.containsKey(method)) {
      throw new AssertionError(method);
    }
    return fields.get(method);
  }
}
