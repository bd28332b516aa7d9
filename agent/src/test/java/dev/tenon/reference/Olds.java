package dev.tenon.reference;

import dev.tenon.reference.Expression.Access;
import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Conditional;
import dev.tenon.reference.Expression.Made;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Expression.Query;
import dev.tenon.reference.Expression.Unary;
import dev.tenon.reference.Expression.Unboxed;
import java.util.ArrayList;
import java.util.List;

/** What stands under {@code old} in an expression. */
final class Olds {

  private Olds() {}

  static List<Old> in(Expression expression) {
    List<Old> olds = new ArrayList<>();
    collect(expression, olds);
    return olds;
  }

  /** Whether it reads more than what was passed and what came out. */
  static boolean readsState(Expression expression) {
    boolean isState =
        expression instanceof Query
            || expression instanceof Access
            || expression instanceof Made
            || expression instanceof Expression.Field;
    return isState
        || (expression instanceof Old old && readsState(old.of()))
        || parts(expression).stream().anyMatch(Olds::readsState);
  }

  private static void collect(Expression expression, List<Old> olds) {
    if (expression instanceof Old old) {
      olds.add(old);
    }
    parts(expression).forEach(part -> collect(part, olds));
  }

  private static List<Expression> parts(Expression expression) {
    if (expression instanceof Query query) {
      return query.arguments();
    }
    if (expression instanceof Access access) {
      List<Expression> parts = new ArrayList<>(access.arguments());
      parts.add(access.receiver());
      return parts;
    }
    if (expression instanceof Unboxed unboxed) {
      return List.of(unboxed.of());
    }
    if (expression instanceof Made made) {
      return made.arguments();
    }
    if (expression instanceof Unary unary) {
      return List.of(unary.operand());
    }
    if (expression instanceof Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (expression instanceof Conditional conditional) {
      return List.of(conditional.condition(), conditional.yes(), conditional.no());
    }
    return List.of();
  }
}
