package dev.tenon.reference;

import dev.tenon.reference.Expression.Access;
import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Expression.Unboxed;
import java.util.ArrayList;
import java.util.List;

/** Random conditions, the treacherous ones often. */
record Clauses(Draw draw) {

  /** Between none and four preconditions. */
  List<Expression> requires(Scope scope) {
    Expressions expressions = new Expressions(draw, scope);
    List<Expression> conditions = new ArrayList<>();
    int count = draw.of(List.of(0, 1, 1, 2, 2, 3, 4));
    while (conditions.size() < count) {
      List<Expression> references = scope.references();
      int kind = draw.below(100);
      if (kind < 25 && !references.isEmpty()) {
        checkAndDereference(draw.of(references), conditions);
      } else if (kind < 35 && !references.isEmpty()) {
        conditions.add(guarded(draw.of(references)));
      } else if (kind < 65) {
        conditions.add(mostlyTrue(expressions));
      } else {
        conditions.add(expressions.condition(draw.between(0, 2)));
      }
    }
    return conditions;
  }

  /** Between none and four guarantees; those that the body keeps are given. */
  List<Expression> ensures(Scope scope, List<Expression> kept) {
    Expressions expressions = new Expressions(draw, scope);
    List<Expression> conditions = new ArrayList<>();
    int count = draw.of(List.of(0, 1, 1, 2, 2, 3, 4));
    while (conditions.size() < count) {
      List<Expression> before = scope.atEntry().references();
      int kind = draw.below(100);
      if (kind < 35 && !kept.isEmpty()) {
        conditions.add(draw.of(kept));
      } else if (kind < 45 && !before.isEmpty()) {
        conditions.add(readsFailedOld(draw.of(before)));
      } else if (kind < 55 && !before.isEmpty()) {
        conditions.add(avoidsFailedOld(draw.of(before)));
      } else if (kind < 65) {
        conditions.add(frame(expressions));
      } else if (kind < 80) {
        conditions.add(mostlyTrue(expressions));
      } else {
        conditions.add(expressions.condition(draw.between(0, 2)));
      }
    }
    return conditions;
  }

  /** A null check and the dereference that it protects, in either order. */
  private void checkAndDereference(Expression reference, List<Expression> conditions) {
    conditions.add(new Binary(">", measure(reference), number(-2)));
    conditions.add(draw.chance(65) ? conditions.size() : conditions.size() - 1, isNot(reference));
  }

  private Expression guarded(Expression reference) {
    Expression measured = new Binary(">=", measure(reference), number(draw.between(-2, 2)));
    return draw.chance(60)
        ? new Binary("||", is(reference), measured)
        : new Binary("&&", isNot(reference), measured);
  }

  private Expression readsFailedOld(Expression reference) {
    return new Binary("<=", new Old(measure(reference)), number(draw.between(0, 6)));
  }

  private Expression avoidsFailedOld(Expression reference) {
    Expression old = new Binary(">=", new Old(measure(reference)), number(draw.between(-3, 2)));
    return switch (draw.below(3)) {
      case 0 -> new Binary("||", is(reference), old);
      case 1 -> new Binary("||", new Old(is(reference)), old);
      default ->
          new Expression.Conditional(new Old(is(reference)), new Literal(Type.BOOLEAN, true), old);
    };
  }

  /** The state stays as it was, or grows. */
  private Expression frame(Expressions expressions) {
    Type type = draw.chance(70) ? Type.INT : Type.LONG;
    List<Expression> states =
        expressions.scope().atEntry().atoms(type).stream()
            .filter(atom -> atom instanceof Expression.Query)
            .toList();
    if (states.isEmpty()) {
      return mostlyTrue(expressions);
    }
    Expression state = draw.of(states);
    return new Binary(draw.of(List.of("==", ">=", "<=")), state, new Old(state));
  }

  private Expression mostlyTrue(Expressions expressions) {
    Expression number = expressions.of(draw.chance(75) ? Type.INT : Type.LONG, 1);
    return new Binary(">=", number, number(draw.of(List.of(-1000, -100, -3, -2))));
  }

  private static Expression is(Expression reference) {
    return new Binary("==", reference, new Literal(reference.type(), null));
  }

  private static Expression isNot(Expression reference) {
    return new Binary("!=", reference, new Literal(reference.type(), null));
  }

  private static Expression number(int value) {
    return new Literal(Type.INT, value);
  }

  private Expression measure(Expression reference) {
    return switch (reference.type()) {
      case CELL -> new Access(Type.INT, reference, "value", List.of());
      case PAIR -> new Access(Type.INT, reference, "left", List.of());
      case OBJECT -> new Access(Type.INT, reference, "hashCode", List.of());
      case INTEGER ->
          draw.chance(50)
              ? new Binary("+", new Unboxed(reference), number(0))
              : new Access(Type.INT, reference, "intValue", List.of());
      default -> new Access(Type.INT, reference, "length", List.of());
    };
  }
}
