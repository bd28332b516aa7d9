package dev.tenon.reference;

import dev.tenon.reference.Evaluation.Captured;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Report.Blame;
import dev.tenon.reference.Report.Kind;
import dev.tenon.reference.Verdicts.Judgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One handoff under the contract of a seam and the views of its client: entry and exit. */
final class Handoff {

  private final Parties parties;
  private final List<Stated> views;
  private final Stated seam;
  private final Map<String, @Nullable Object> names;
  private final Sight sight;
  private final Records records;
  private final List<Stated> owing = new ArrayList<>();
  private final List<Map<Old, Captured>> olds = new ArrayList<>();

  /** Who meets where, as reports name them. */
  record Parties(String operation, String client, String supplier) {}

  /** How the supplier is seen now. */
  interface Sight {
    Evaluation of(Map<String, @Nullable Object> names, Map<Old, Captured> olds);
  }

  /**
   * A handoff.
   *
   * @param views what the client's views say of the operation
   * @param seam what the seam says of it
   * @param names the arguments
   */
  Handoff(
      Parties parties,
      List<Stated> views,
      Stated seam,
      Map<String, @Nullable Object> names,
      Sight sight,
      Records records) {
    this.parties = parties;
    this.views = views;
    this.seam = seam;
    this.names = names;
    this.sight = sight;
    this.records = records;
  }

  /** Before the body: what the client promised itself is asked together with what the seam asks. */
  void enter() {
    Evaluation entry = sight.of(names, Map.of());
    List<Verdicts> said = new ArrayList<>();
    views.forEach(view -> said.add(view.atEntry(entry)));
    Verdicts asked = seam.atEntry(entry);
    said.add(asked);
    Optional<Report> refusal = recorded(Verdicts.judge(said, this::now));
    if (refusal.isPresent()) {
      throw new Raised("", refusal.get());
    }
    // A client that does not keep its terms has nothing to rely on, its views' or the seam's.
    if (said.stream().allMatch(Verdicts::allHeld)) {
      views.forEach(view -> owes(view, entry));
    }
    if (asked.allHeld()) {
      owes(seam, entry);
    }
  }

  private void owes(Stated stated, Evaluation entry) {
    owing.add(stated);
    olds.add(stated.captured(entry));
  }

  /** Where the body returns. */
  void returned(@Nullable Object result) {
    Map<String, @Nullable Object> withResult = new HashMap<>(names);
    withResult.put("result", result);
    List<Verdicts> said = new ArrayList<>();
    for (int i = 0; i < owing.size(); i++) {
      said.add(owing.get(i).atReturn(sight.of(withResult, olds.get(i))));
    }
    Optional<Report> violation = recorded(Verdicts.judge(counting(said), this::now));
    if (violation.isPresent()) {
      throw new Raised("", violation.get());
    }
  }

  /** Where the body throws: its exception stays what it is. */
  void threw(RuntimeException thrown) {
    if (thrown instanceof Raised raised && raised.report() != null) {
      // A violation on its way to the client is judged no further.
      return;
    }
    List<Verdicts> said = new ArrayList<>();
    for (int i = 0; i < owing.size(); i++) {
      Stated stated = owing.get(i);
      said.add(
          stated.list().isClosed()
              ? stated.list().of(thrown, sight.of(names, olds.get(i)))
              : Verdicts.NONE);
    }
    recorded(Verdicts.judge(counting(said), this::now))
        .ifPresent(report -> records.carry(thrown, report));
  }

  /** What is relied on says something of its own only where all that is promised held. */
  private List<Verdicts> counting(List<Verdicts> said) {
    int promise = owing.indexOf(seam);
    boolean isKept = promise < 0 || said.get(promise).isSilent();
    return isKept ? said : List.of(said.get(promise));
  }

  /** A verdict is data: this records it, and gives what the client receives. */
  private Optional<Report> recorded(Optional<Judgement> judgement) {
    Optional<Report> report = judgement.map(this::report);
    report.ifPresent(records::add);
    return judgement.filter(found -> found.isBroken() && found.mode() == Mode.ENFORCE).isPresent()
        ? report
        : Optional.empty();
  }

  private Report report(Judgement found) {
    Kind kind = kind(found.clause());
    return new Report(
        found.isBroken() ? blamed(kind) : Blame.CONTRACT,
        found.isBroken() ? "" : Report.THREW,
        false,
        kind,
        parties.operation(),
        found.clause().name(),
        names(found.also()),
        names(found.unevaluable()),
        found.isBroken() && kind == Kind.ASSUMPTION ? promised(found.clause()) : List.of(),
        parties.client(),
        parties.supplier());
  }

  private Kind kind(Clause clause) {
    Optional<Stated> view = view(clause);
    if (view.orElse(seam).hasPrecondition(clause)) {
      return Kind.PRECONDITION;
    }
    if (view.isPresent()) {
      return Kind.ASSUMPTION;
    }
    return seam.hasException(clause) ? Kind.EXCEPTION : Kind.GUARANTEE;
  }

  private static Blame blamed(Kind kind) {
    return switch (kind) {
      case PRECONDITION -> Blame.CLIENT;
      case ASSUMPTION -> Blame.GAP;
      case GUARANTEE, EXCEPTION, INVARIANT -> Blame.SUPPLIER;
    };
  }

  /** What the seam promises of the same, none of which covers what is relied on. */
  private List<String> promised(Clause reliance) {
    return seam.promised(view(reliance).filter(view -> view.hasException(reliance)).isPresent());
  }

  /** What is asked is settled at entry, what happens then when the verdict falls. */
  private Mode now(Clause clause) {
    return view(clause).orElse(seam).now().apply(clause);
  }

  private Optional<Stated> view(Clause clause) {
    return views.stream().filter(view -> view.has(clause)).findFirst();
  }

  private static List<String> names(List<Clause> clauses) {
    return clauses.stream().map(Clause::name).toList();
  }
}
