package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import dev.tenon.testkit.domain.Domain;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads terms of clauses: which value they are, or which sum of values. */
final class Reader {

  private static final Set<String> SIZES = Set.of("size", "length");
  private static final Set<String> SAME_NUMBER =
      Set.of("byteValue", "shortValue", "intValue", "longValue", "floatValue", "doubleValue");

  private final Slots slots;
  private final Interpreter interpreter;

  Reader(Slots slots, Interpreter interpreter) {
    this.slots = slots;
    this.interpreter = interpreter;
  }

  /** The path of a value; null when it is none. */
  static @Nullable Path path(Node node) {
    return switch (node.kind()) {
      case PARAMETER -> Path.of(node.text());
      case RESULT -> Path.of("result");
      case THIS -> Path.of("this");
      case CALL, FIELD -> {
        Path receiver = node.children().size() == 1 ? path(node.children().get(0)) : null;
        yield receiver == null ? null : receiver.then(node.text());
      }
      case CAST -> path(node.children().get(0));
      default -> null;
    };
  }

  /** The path of a value that can be decided; null for another. */
  @Nullable Path slot(Node node) {
    Path path = path(node);
    return path == null || slots.at(path) == null ? null : path;
  }

  /** Whether a value is known now. */
  boolean isKnown(Node node) {
    try {
      interpreter.value(node);
      return true;
    } catch (UnknownValueException unknown) {
      return false;
    }
  }

  /** A value that is known. */
  @Nullable Object known(Node node) {
    return interpreter.value(node);
  }

  /** The number that is known; null for what is none. */
  @Nullable BigDecimal number(Node node) {
    return isKnown(node) ? Arithmetic.decimal(known(node)) : null;
  }

  /** The sum that a term is; null when it is none. */
  @Nullable LinearForm linear(Node node) {
    BigDecimal number = number(node);
    if (number != null) {
      return LinearForm.of(number);
    }
    Variable variable = variable(node);
    return variable == null ? combined(node) : LinearForm.of(variable);
  }

  private @Nullable Variable variable(Node node) {
    boolean isAccess = node.kind() == Node.Kind.CALL || node.kind() == Node.Kind.FIELD;
    if (isAccess && node.children().size() == 1 && SIZES.contains(node.text())) {
      Path sized = slot(node.children().get(0));
      Domain domain = sized == null ? null : slots.at(sized);
      if (sized != null && domain != null && isSized(domain.type())) {
        return new Variable(sized, true);
      }
    }
    Path path = slot(node);
    Domain domain = path == null ? null : slots.at(path);
    return path != null && domain != null && isNumber(domain.type())
        ? new Variable(path, false)
        : null;
  }

  static boolean isSized(Class<?> type) {
    return type.isArray()
        || CharSequence.class.isAssignableFrom(type)
        || java.util.Collection.class.isAssignableFrom(type)
        || java.util.Map.class.isAssignableFrom(type);
  }

  static boolean isNumber(Class<?> type) {
    Class<?> boxed = Arithmetic.boxed(type);
    return boxed == Character.class
        || (Number.class.isAssignableFrom(boxed)
            && (boxed.getName().startsWith("java.lang.")
                || boxed.getName().startsWith("java.math.")));
  }

  static boolean isWhole(Class<?> type) {
    Class<?> boxed = Arithmetic.boxed(type);
    return boxed != Float.class
        && boxed != Double.class
        && boxed != java.math.BigDecimal.class
        && isNumber(type);
  }

  private @Nullable LinearForm combined(Node node) {
    return switch (node.kind()) {
      case UNARY -> {
        LinearForm operand = linear(node.children().get(0));
        yield operand == null || !node.text().equals("-")
            ? null
            : operand.times(BigDecimal.ONE.negate());
      }
      case BINARY -> ofBoth(node.text(), node.children().get(0), node.children().get(1));
      case CAST -> Arithmetic.isPrimitive(node.type()) ? linear(node.children().get(0)) : null;
      case CALL -> ofCall(node);
      default -> null;
    };
  }

  private @Nullable LinearForm ofCall(Node node) {
    Node receiver = node.children().get(0);
    if (node.children().size() == 1) {
      return SAME_NUMBER.contains(node.text()) ? linear(receiver) : null;
    }
    boolean isOfNumbers = node.type().startsWith("java.math.") && node.children().size() == 2;
    return switch (isOfNumbers ? node.text() : "") {
      case "add" -> ofBoth("+", receiver, node.children().get(1));
      case "subtract" -> ofBoth("-", receiver, node.children().get(1));
      case "multiply" -> ofBoth("*", receiver, node.children().get(1));
      default -> null;
    };
  }

  private @Nullable LinearForm ofBoth(String operator, Node one, Node other) {
    LinearForm left = linear(one);
    LinearForm right = linear(other);
    if (left == null || right == null) {
      return null;
    }
    return switch (operator) {
      case "+" -> left.plus(right);
      case "-" -> left.minus(right);
      case "*" ->
          right.isConstant()
              ? left.times(right.constant())
              : left.isConstant() ? right.times(left.constant()) : null;
      default -> null;
    };
  }
}
