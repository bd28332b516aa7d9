package dev.tenon.internal.guard;

import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.model.Clause;
import dev.tenon.model.Clause.Role;
import dev.tenon.verdict.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * What a supplier promises that no guard asks: the client's own guard does, as far as that can be
 * done when the call is over.
 */
final class Unguarded {

  private final Ending ending;
  private final int first;
  private final List<Finding> asked = new ArrayList<>();
  private boolean isKnown;

  /**
   * The promises of one supplier.
   *
   * @param ending how the call ended
   * @param first the number of the first declaration that is the supplier's
   * @param isWhole whether all of its declarations can be asked
   */
  Unguarded(Ending ending, int first, boolean isWhole) {
    this.ending = ending;
    this.first = first;
    this.isKnown = isWhole;
  }

  /**
   * What counts beside what the client relies on.
   *
   * @param reliances what that answered
   * @return the same with what is promised; undecided where that is not known to have held
   */
  List<Finding> beside(List<Finding> reliances) {
    for (int i = first; i < ending.plan().terms().size(); i++) {
      ask(i, ending.plan().terms().get(i));
    }
    boolean isBroken = asked.stream().anyMatch(each -> each.judged(Answer.FALSE));
    if (!isKnown && !isBroken) {
      return reliances.stream().map(Unguarded::unclear).toList();
    }
    List<Finding> all = new ArrayList<>(reliances);
    all.addAll(asked);
    return all;
  }

  private void ask(int index, Term term) {
    if (!isOwing(index, term)) {
      isKnown = false;
      return;
    }
    if (ending.thrown() != null) {
      isKnown &= !term.closesList();
      return;
    }
    long promised = term.judged(Role.ENSURES);
    long now = promised & ~withOld(term, Role.ENSURES);
    isKnown &= now == promised && (term.judged(Role.THROWS) & withOld(term, Role.THROWS)) == 0;
    if (now != 0) {
      asked.addAll(
          Inquiry.ask(
              index,
              term,
              term.checks().side(Role.ENSURES),
              now,
              now,
              Code.UNASKED,
              ending.operands(index, Role.ENSURES)));
    }
  }

  /** As far as that can be told now: its preconditions may have held then and not any more. */
  private boolean isOwing(int index, Term term) {
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

  /** The clauses that read what was at entry, a bit each. */
  private static long withOld(Term term, Role role) {
    long bits = 0;
    List<Clause> clauses = term.checks().side(role).clauses();
    for (int i = 0; i < clauses.size(); i++) {
      bits |= clauses.get(i).old().isEmpty() ? 0 : 1L << i;
    }
    return bits;
  }

  private static Finding unclear(Finding finding) {
    return finding.judged(Answer.FALSE)
        ? finding.undecided(
            Cause.unclear(
                "is false, but whether all that is promised held is not known: nobody checks this"
                    + " supplier",
                "have the supplier woven, or guard it with Seams.guard"))
        : finding;
  }
}
