package dev.tenon.testkit.suite;

import dev.tenon.StatedClause;
import dev.tenon.testkit.domain.Variant;
import dev.tenon.testkit.relation.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one generated call is to show.
 *
 * @param what in words, such as {@code at the bound of amount <= balance()}
 * @param about the clause that it is about; null for none in particular
 * @param literals what is to hold beside the clauses, or instead of the one that it is about
 * @param root the parameter whose values are narrowed; null for none
 * @param variant its values; null where no parameter is narrowed
 * @param isOutside whether the call is one that the contract refuses
 */
record Goal(
    String what,
    @Nullable StatedClause about,
    List<Literal> literals,
    @Nullable String root,
    @Nullable Variant variant,
    boolean isOutside) {

  /** Any call inside. */
  static final Goal ANY = new Goal("any", null, List.of(), null, null, false);

  static Goal inside(String what, @Nullable StatedClause about, List<Literal> literals) {
    return new Goal(what, about, literals, null, null, false);
  }

  static Goal outside(String what, StatedClause about, List<Literal> literals) {
    return new Goal(what, about, literals, null, null, true);
  }

  static Goal of(String root, Variant variant, boolean isOutside) {
    return new Goal(variant.what(), null, List.of(), root, variant, isOutside);
  }

  /** Whether nothing in particular is to be shown. */
  boolean isAny() {
    return equals(ANY);
  }

  /** Whether it lies at a bound, or beside one. */
  boolean isNear() {
    return variant != null || what.startsWith(Bounds.NEAR);
  }
}
