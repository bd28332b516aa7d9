package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What operators make of values. */
final class Arithmetic {

  private Arithmetic() {}

  static Object unary(Node node, @Nullable Object value) {
    if (node.text().equals("!") && value instanceof Boolean truth) {
      return !truth;
    }
    return switch (node.text()) {
      case "-" ->
          value instanceof Double || value instanceof Float
              ? as(node.type(), -((Number) value).doubleValue())
              : as(node.type(), -whole(value));
      case "+" -> as(node.type(), number(value));
      case "~" -> as(node.type(), ~whole(value));
      default -> throw new UnknownValueException(node.text());
    };
  }

  static Object binary(Node node, @Nullable Object left, @Nullable Object right) {
    switch (node.text()) {
      case "==" -> {
        return isEqual(node, left, right);
      }
      case "!=" -> {
        return !isEqual(node, left, right);
      }
      default -> {
        // Numbers.
      }
    }
    if (left instanceof Boolean || right instanceof Boolean || isText(left) || isText(right)) {
      throw new UnknownValueException(node.text());
    }
    Number one = number(left);
    Number other = number(right);
    return one instanceof Double || other instanceof Double
        ? real(node, one.doubleValue(), other.doubleValue())
        : whole(node, one.longValue(), other.longValue());
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof String;
  }

  private static boolean isEqual(Node node, @Nullable Object left, @Nullable Object right) {
    boolean isOfNumbers = node.children().stream().anyMatch(each -> isPrimitive(each.type()));
    if (isOfNumbers && !(left instanceof Boolean) && left != null && right != null) {
      BigDecimal one = decimal(left);
      BigDecimal other = decimal(right);
      return one != null && other != null && one.compareTo(other) == 0;
    }
    return left == right || (left instanceof Boolean && Objects.equals(left, right));
  }

  private static Object real(Node node, double left, double right) {
    return switch (node.text()) {
      case "+" -> as(node.type(), left + right);
      case "-" -> as(node.type(), left - right);
      case "*" -> as(node.type(), left * right);
      case "/" -> as(node.type(), left / right);
      case "%" -> as(node.type(), left % right);
      case "<" -> left < right;
      case "<=" -> left <= right;
      case ">" -> left > right;
      case ">=" -> left >= right;
      default -> throw new UnknownValueException(node.text());
    };
  }

  private static Object whole(Node node, long left, long right) {
    if (right == 0 && (node.text().equals("/") || node.text().equals("%"))) {
      throw new UnknownValueException("division by 0");
    }
    return switch (node.text()) {
      case "+" -> as(node.type(), left + right);
      case "-" -> as(node.type(), left - right);
      case "*" -> as(node.type(), left * right);
      case "/" -> as(node.type(), left / right);
      case "%" -> as(node.type(), left % right);
      case "<" -> left < right;
      case "<=" -> left <= right;
      case ">" -> left > right;
      case ">=" -> left >= right;
      default -> throw new UnknownValueException(node.text());
    };
  }

  private static Number number(@Nullable Object value) {
    if (value instanceof Character c) {
      return (long) c;
    }
    if (value instanceof Float || value instanceof Double) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof Byte
        || value instanceof Short
        || value instanceof Integer
        || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new UnknownValueException("no number");
  }

  private static long whole(@Nullable Object value) {
    return number(value).longValue();
  }

  static @Nullable Object cast(String type, @Nullable Object value) {
    return value instanceof Number || value instanceof Character ? as(type, value) : value;
  }

  private static Object as(String type, Object value) {
    Object number = value instanceof Character c ? (Object) (long) c : value;
    if (!(number instanceof Number given)) {
      return value;
    }
    return switch (type) {
      case "byte" -> given.byteValue();
      case "short" -> given.shortValue();
      case "char" -> (char) given.longValue();
      case "int" -> given.intValue();
      case "long" -> given.longValue();
      case "float" -> given.floatValue();
      case "double" -> given.doubleValue();
      default -> value;
    };
  }

  /** The value as an argument of a type: primitives widened. */
  static @Nullable Object as(Class<?> type, @Nullable Object value) {
    return type.isPrimitive() && value != null && type != boolean.class
        ? as(type.getName(), value)
        : value;
  }

  static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }

  static boolean isPrimitive(String type) {
    return switch (type) {
      case "byte", "short", "char", "int", "long", "float", "double", "boolean" -> true;
      default -> false;
    };
  }

  /** A number or character as a decimal; null for what is none, and for NaN and infinities. */
  static @Nullable BigDecimal decimal(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    if (value instanceof Character c) {
      return BigDecimal.valueOf(c);
    }
    if (value instanceof Double || value instanceof Float) {
      double real = ((Number) value).doubleValue();
      return Double.isFinite(real) ? new BigDecimal(real) : null;
    }
    return value instanceof Byte
            || value instanceof Short
            || value instanceof Integer
            || value instanceof Long
        ? BigDecimal.valueOf(((Number) value).longValue())
        : null;
  }
}
