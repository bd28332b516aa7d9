package dev.tenon.reference;

import dev.tenon.reference.Expression.Access;
import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Conditional;
import dev.tenon.reference.Expression.Field;
import dev.tenon.reference.Expression.Made;
import dev.tenon.reference.Expression.Query;
import dev.tenon.reference.Expression.Unary;
import java.util.List;

/** Expressions of a body said over the seam. */
final class Rewritten {

  private Rewritten() {}

  /** The same with a query in the place of each field: a clause does not see the supplier's. */
  static Expression withQueries(Expression expression) {
    if (expression instanceof Field field) {
      return new Query(field.type(), field.name(), List.of());
    }
    if (expression instanceof Access access) {
      return new Access(
          access.type(), withQueries(access.receiver()), access.method(), all(access.arguments()));
    }
    if (expression instanceof Query query) {
      return new Query(query.type(), query.name(), all(query.arguments()));
    }
    if (expression instanceof Made made) {
      return new Made(made.type(), all(made.arguments()));
    }
    if (expression instanceof Unary unary) {
      return new Unary(unary.operator(), withQueries(unary.operand()));
    }
    if (expression instanceof Binary binary) {
      return new Binary(binary.operator(), withQueries(binary.left()), withQueries(binary.right()));
    }
    if (expression instanceof Conditional conditional) {
      return new Conditional(
          withQueries(conditional.condition()),
          withQueries(conditional.yes()),
          withQueries(conditional.no()));
    }
    return expression;
  }

  private static List<Expression> all(List<Expression> expressions) {
    return expressions.stream().map(Rewritten::withQueries).toList();
  }
}
