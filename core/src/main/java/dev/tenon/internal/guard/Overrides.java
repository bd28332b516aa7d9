package dev.tenon.internal.guard;

import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.model.Clause.Role;
import dev.tenon.model.Strength;
import dev.tenon.verdict.Citation;
import java.util.List;

/** Whether an implementation kept what it promises itself where it broke what the seam does. */
final class Overrides {

  private Overrides() {}

  /**
   * The guarantees of more special declarations that held and visibly promise less than a false
   * one: the implementation contradicts the seam, rather than failing at what it meant to do.
   */
  static List<Citation> weaker(Finding broken, List<Finding> findings) {
    if (broken.clause().role() != Role.ENSURES) {
      return List.of();
    }
    return findings.stream()
        .filter(own -> own.clause().role() == Role.ENSURES && own.judged(Answer.TRUE))
        .filter(own -> isOverriding(own, broken) && isWeaker(own, broken))
        .map(Finding::citation)
        .toList();
  }

  private static boolean isOverriding(Finding own, Finding general) {
    Class<?> special = own.term().checks().declaring();
    Class<?> of = general.term().checks().declaring();
    return special != of && of.isAssignableFrom(special);
  }

  private static boolean isWeaker(Finding own, Finding general) {
    return Strength.of(
            own.clause().tree(),
            own.term().checks().operation().parameters(),
            general.clause().tree(),
            general.term().checks().operation().parameters())
        == Strength.WEAKER;
  }
}
