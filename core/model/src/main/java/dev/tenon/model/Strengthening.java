package dev.tenon.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A precondition of an override that visibly asks more than the operation that it overrides.
 *
 * <p>Immutable.
 *
 * @param clause the precondition of the override
 * @param general the precondition that it is stronger than; null if the operation has none like it
 */
public record Strengthening(Clause clause, @Nullable Clause general) {

  /**
   * The preconditions of an override that visibly ask more.
   *
   * <p>Asked against all preconditions of the operation together: one that follows from them asks
   * nothing new. One that does not is told if it is stronger than one of them, if there is none at
   * all, or if the override repeats all of them as well.
   *
   * @param special the override
   * @param general the operation that it overrides; parameters at one position are one
   * @return in source order; empty also when nothing is known
   */
  public static List<Strengthening> of(Operation special, Operation general) {
    Implication up = Implication.between(special.parameters(), general.parameters());
    List<Node> asked = trees(special);
    List<Node> known = trees(general);
    boolean repeats = known.stream().allMatch(each -> up.holds(asked, each));
    List<Strengthening> found = new ArrayList<>();
    for (Clause clause : special.requires()) {
      if (up.reversed().holds(known, clause.tree())) {
        continue;
      }
      Clause weaker = weaker(clause, general, known, up);
      if (weaker != null || repeats) {
        found.add(new Strengthening(clause, weaker));
      }
    }
    return found;
  }

  /**
   * Whether a precondition visibly follows from those of an operation that is overridden.
   *
   * @param clause a precondition of the override
   * @param special the override
   * @param general the operation that it overrides
   * @return true if it asks nothing new
   */
  public static boolean follows(Clause clause, Operation special, Operation general) {
    return Implication.between(general.parameters(), special.parameters())
        .holds(trees(general), clause.tree());
  }

  private static @Nullable Clause weaker(
      Clause clause, Operation general, List<Node> known, Implication up) {
    for (Clause each : general.requires()) {
      if (up.isStronger(clause.tree(), each.tree(), known)) {
        return each;
      }
    }
    return null;
  }

  private static List<Node> trees(Operation operation) {
    return operation.requires().stream().map(Clause::tree).toList();
  }
}
