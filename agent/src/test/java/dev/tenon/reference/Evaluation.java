package dev.tenon.reference;

import dev.tenon.reference.Expression.Access;
import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Conditional;
import dev.tenon.reference.Expression.Field;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Made;
import dev.tenon.reference.Expression.Name;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Expression.Query;
import dev.tenon.reference.Expression.Unary;
import dev.tenon.reference.Expression.Unboxed;
import dev.tenon.reference.given.Cell;
import dev.tenon.reference.given.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Java's meaning of an expression. What the expression throws is thrown.
 *
 * @param names the values of parameters, constants and {@code result}
 * @param fields the state of {@code this}
 * @param olds what each {@code old} has captured
 * @param calls what a call of a method of {@code this} or of the seam gives
 */
record Evaluation(
    Map<String, @Nullable Object> names,
    Map<String, @Nullable Object> fields,
    Map<Old, Captured> olds,
    Calls calls) {

  /** Calls of methods of the program. */
  interface Calls {
    @Nullable Object call(String method, List<@Nullable Object> arguments);
  }

  /** What stood under {@code old} at entry: a value, or what evaluating it threw. */
  record Captured(@Nullable Object value, @Nullable RuntimeException failure) {}

  boolean isTrue(Expression condition) {
    return (Boolean) some(condition);
  }

  @Nullable Object of(Expression expression) {
    if (expression instanceof Literal literal) {
      return literal.value();
    }
    if (expression instanceof Name name) {
      return known(names, name.name());
    }
    if (expression instanceof Field field) {
      return known(fields, field.name());
    }
    if (expression instanceof Query query) {
      return calls.call(query.name(), all(query.arguments()));
    }
    if (expression instanceof Access access) {
      return access(access);
    }
    if (expression instanceof Unboxed unboxed) {
      return some(unboxed.of());
    }
    if (expression instanceof Made made) {
      return made(made.type(), all(made.arguments()));
    }
    if (expression instanceof Unary unary) {
      return unary(some(unary.operand()));
    }
    if (expression instanceof Binary binary) {
      return binary(binary);
    }
    if (expression instanceof Conditional conditional) {
      return of(isTrue(conditional.condition()) ? conditional.yes() : conditional.no());
    }
    return read((Old) expression);
  }

  private @Nullable Object read(Old old) {
    Captured captured = olds.get(old);
    if (captured == null) {
      throw new AssertionError("not captured: " + JavaText.of(old));
    }
    if (captured.failure() != null) {
      throw captured.failure();
    }
    return captured.value();
  }

  private List<@Nullable Object> all(List<Expression> expressions) {
    List<@Nullable Object> values = new ArrayList<>();
    expressions.forEach(expression -> values.add(of(expression)));
    return values;
  }

  /** The value of an operand that Java unboxes or dereferences. */
  private Object some(Expression expression) {
    Object value = of(expression);
    if (value == null) {
      throw new NullPointerException();
    }
    return value;
  }

  private static @Nullable Object known(Map<String, @Nullable Object> values, String name) {
    if (!values.containsKey(name)) {
      throw new AssertionError(name + " is not among " + values.keySet());
    }
    return values.get(name);
  }

  private static Object made(Type type, List<@Nullable Object> arguments) {
    int first = (Integer) Objects.requireNonNull(arguments.get(0));
    return type == Type.CELL
        ? new Cell(first, (Cell) arguments.get(1))
        : new Pair(first, (Integer) arguments.get(1));
  }

  private @Nullable Object access(Access access) {
    Object receiver = of(access.receiver());
    List<@Nullable Object> arguments = all(access.arguments());
    if (receiver == null) {
      throw new NullPointerException();
    }
    if (receiver instanceof Cell cell) {
      return access.method().equals("value") ? (Object) cell.value() : cell.next();
    }
    if (receiver instanceof Pair pair) {
      return access.method().equals("left") ? (Object) pair.left() : pair.right();
    }
    if (receiver instanceof Integer number) {
      return number;
    }
    return onText((String) receiver, access.method(), arguments);
  }

  private static Object onText(String text, String method, List<@Nullable Object> arguments) {
    return switch (method) {
      case "length" -> text.length();
      case "hashCode" -> text.hashCode();
      case "isEmpty" -> text.isEmpty();
      case "equals" -> text.equals(arguments.get(0));
      case "startsWith" -> text.startsWith((String) Objects.requireNonNull(arguments.get(0)));
      case "substring" -> text.substring((Integer) Objects.requireNonNull(arguments.get(0)));
      default -> throw new AssertionError(method);
    };
  }

  private static Object unary(Object value) {
    if (value instanceof Boolean truth) {
      return !truth;
    }
    return value instanceof Long number ? (Object) (-number) : (Object) (-(Integer) value);
  }

  private Object binary(Binary binary) {
    switch (binary.operator()) {
      case "&&":
        return isTrue(binary.left()) && isTrue(binary.right());
      case "||":
        return isTrue(binary.left()) || isTrue(binary.right());
      case "==":
        return isSame(of(binary.left()), of(binary.right()));
      case "!=":
        return !isSame(of(binary.left()), of(binary.right()));
      default:
        Object left = some(binary.left());
        Object right = some(binary.right());
        return left instanceof Long || right instanceof Long
            ? Arithmetic.onLongs(
                binary.operator(), ((Number) left).longValue(), ((Number) right).longValue())
            : Arithmetic.onInts(binary.operator(), (Integer) left, (Integer) right);
    }
  }

  /** Strings and boxes are compared with null alone, so that their identity never counts. */
  private static boolean isSame(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      return one.longValue() == other.longValue();
    }
    return left instanceof Boolean ? left.equals(right) : left == right;
  }
}
