package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Owned;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Report.Blame;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is to blame when an operation has several declarations, each judged by itself.
 *
 * @param declarations the declarations, the most general first
 * @param verdicts what the clauses of each said
 */
record Blaming(Hierarchy hierarchy, List<Owned> declarations, List<Verdicts> verdicts) {

  /** The one verdict of a handoff. */
  record Ruling(
      Blame blamed,
      String cause,
      boolean isLatent,
      Mode mode,
      Owned declaration,
      Clause clause,
      List<Clause> also,
      List<Clause> unevaluable) {

    boolean isThrown() {
      return mode == Mode.ENFORCE && !isLatent && blamed != Blame.CONTRACT;
    }
  }

  /** Preconditions: the client's view decides. */
  Optional<Ruling> entry(Declared view) {
    if (numbers(true).isEmpty()) {
      return undecided();
    }
    List<Integer> speaking = all().stream().filter(i -> speaks(i)).toList();
    List<Integer> seen = speaking.stream().filter(i -> isSeen(i, view)).toList();
    List<Integer> refusing = seen.stream().filter(this::refuses).toList();
    if (!refusing.isEmpty()) {
      boolean isLatent =
          refusing.stream()
              .allMatch(i -> speaking.stream().anyMatch(j -> accepts(j) && isBelow(j, i)));
      return broken(Blame.CLIENT, isLatent);
    }
    // What cannot be evaluated neither forbids the call nor allows it.
    return broken(seen.stream().allMatch(this::accepts) ? Blame.OVERRIDE : Blame.CONTRACT, false);
  }

  /** Guarantees: those who owe them are asked alone. */
  Optional<Ruling> exit() {
    return numbers(true).isEmpty() ? undecided() : broken(Blame.SUPPLIER, false);
  }

  /** The violation that the false invariants are. */
  Optional<Ruling> invariants() {
    return broken(
        Blame.SUPPLIER,
        false,
        numbers(true).stream().filter(i -> declarations.get(i).isInvariants()).toList());
  }

  private Optional<Ruling> broken(Blame blamed, boolean isLatent) {
    return broken(blamed, isLatent, numbers(true));
  }

  private Optional<Ruling> broken(Blame blamed, boolean isLatent, List<Integer> refusing) {
    int decisive =
        refusing.stream()
            .filter(i -> verdicts.get(i).broken().stream().anyMatch(c -> isEnforced(i, c)))
            .findFirst()
            .orElse(refusing.get(0));
    List<Clause> broken = verdicts.get(decisive).broken();
    Clause clause =
        broken.stream().filter(c -> isEnforced(decisive, c)).findFirst().orElse(broken.get(0));
    List<Clause> also = new ArrayList<>();
    List<Clause> unevaluable = new ArrayList<>();
    for (Verdicts each : verdicts) {
      each.broken().stream().filter(other -> other != clause).forEach(also::add);
      unevaluable.addAll(each.failed());
    }
    return Optional.of(
        new Ruling(
            blamed,
            blamed == Blame.CONTRACT ? Report.UNCLEAR : "",
            isLatent,
            mode(decisive, clause),
            declarations.get(decisive),
            clause,
            also,
            unevaluable));
  }

  /** A clause that throws beside a false one of the same declaration is no verdict. */
  private Optional<Ruling> undecided() {
    return all().stream().flatMap(i -> undecided(i).stream()).findFirst();
  }

  private Optional<Ruling> undecided(int declaration) {
    Verdicts said = verdicts.get(declaration);
    Optional<Clause> failed = said.failedAlone();
    return declarations.get(declaration).clauses().stream()
        .filter(
            clause -> failed.filter(clause::equals).isPresent() || said.shared().contains(clause))
        .findFirst()
        .map(
            clause ->
                new Ruling(
                    Blame.CONTRACT,
                    said.shared().contains(clause) ? Report.SHARED : Report.THREW,
                    false,
                    Mode.OBSERVE,
                    declarations.get(declaration),
                    clause,
                    List.of(),
                    List.of()));
  }

  private List<Integer> all() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < declarations.size(); i++) {
      numbers.add(i);
    }
    return numbers;
  }

  /** The declarations with a clause in force that is false, or that throws. */
  private List<Integer> numbers(boolean isFalse) {
    return all().stream()
        .filter(i -> !(isFalse ? verdicts.get(i).broken() : verdicts.get(i).failed()).isEmpty())
        .toList();
  }

  /** Whether it has a precondition in force: one that has none says nothing of the call. */
  private boolean speaks(int declaration) {
    return declarations.get(declaration).member().requires().stream()
        .anyMatch(clause -> mode(declaration, clause) != Mode.OFF);
  }

  private boolean refuses(int declaration) {
    return !verdicts.get(declaration).broken().isEmpty();
  }

  private boolean accepts(int declaration) {
    return !refuses(declaration) && verdicts.get(declaration).failed().isEmpty();
  }

  private boolean isSeen(int declaration, Declared view) {
    return hierarchy.isSubtype(view, declarations.get(declaration).type());
  }

  /** Whether one declaration overrides another. */
  private boolean isBelow(int special, int general) {
    Declared of = declarations.get(general).type();
    Declared at = declarations.get(special).type();
    return of != at && hierarchy.isSubtype(at, of);
  }

  private boolean isEnforced(int declaration, Clause clause) {
    return mode(declaration, clause) == Mode.ENFORCE;
  }

  private Mode mode(int declaration, Clause clause) {
    return Objects.requireNonNull(verdicts.get(declaration).modes().get(clause));
  }
}
