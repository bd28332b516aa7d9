package dev.tenon.cli.ghostwriter;

import dev.tenon.model.Node;
import dev.tenon.model.Node.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an argument from the others that it is compared with. */
final class Relating {

  private final Map<String, Argument> arguments;
  private final Expressions expressions;
  private final List<Runnable> rooms = new ArrayList<>();

  Relating(Map<String, Argument> arguments, Expressions expressions) {
    this.arguments = arguments;
    this.expressions = expressions;
  }

  /** The operator with its sides exchanged. */
  static String mirrored(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }

  /** Whether a comparison is kept from now on by the way in which one of its sides is made. */
  boolean isRelated(Node node) {
    if (node.kind() != Kind.BINARY || node.children().size() != 2) {
      return false;
    }
    Node left = node.children().get(0);
    Node right = node.children().get(1);
    return switch (node.text()) {
      case "<", "<=", ">", ">=" ->
          isMade(left, node.text(), right) || isMade(right, mirrored(node.text()), left);
      default -> false;
    };
  }

  private boolean isMade(Node made, String operator, Node from) {
    Quantity quantity = Quantity.of(made);
    Argument argument = quantity == null ? null : arguments.get(quantity.parameter());
    Set<String> others = expressions.variables(from);
    if (quantity == null || argument == null || others.size() > 1 || !isSource(from)) {
      return false;
    }
    Argument other = others.isEmpty() ? null : arguments.get(others.iterator().next());
    boolean isUpper = operator.startsWith("<");
    if (other != null && (other == argument || comesBefore(argument, other))) {
      return false;
    }
    // One bound of each kind: with two it is not known which is narrower.
    if (!(isUpper ? argument.upTo() : argument.from()).isEmpty() || !fits(quantity, made, from)) {
      return false;
    }
    if (!(isUpper ? argument.from() : argument.upTo()).isEmpty()) {
      return false;
    }
    relate(argument, quantity, operator, from, other);
    return true;
  }

  /** Whether it can be evaluated once the other argument is there. */
  private static boolean isSource(Node from) {
    return Expressions.isOpen(from) && from.kind() != Kind.CAST;
  }

  /** Whether the one is needed, directly or not, to make the other. */
  private boolean comesBefore(Argument one, Argument other) {
    return other.others().contains(one.name())
        || other.others().stream()
            .map(arguments::get)
            .anyMatch(each -> each != null && comesBefore(one, each));
  }

  /** Whole numbers alone, and none that would have to be narrowed. */
  private boolean fits(Quantity quantity, Node made, Node from) {
    Argument argument = arguments.get(quantity.parameter());
    boolean isMadeHere = argument != null && Writable.is(argument.values());
    Class<?> own = whole(made.type());
    Class<?> source = whole(from.type());
    boolean isWhole =
        (own == int.class || own == long.class) && (source == int.class || source == own);
    return isMadeHere && isWhole && (quantity.isSize() ? own == int.class : true);
  }

  private static @Nullable Class<?> whole(String type) {
    return switch (type) {
      case "int", "java.lang.Integer" -> int.class;
      case "long", "java.lang.Long" -> long.class;
      default -> null;
    };
  }

  private void relate(
      Argument argument, Quantity quantity, String operator, Node from, @Nullable Argument other) {
    boolean isStrict = !operator.endsWith("=");
    boolean isUpper = operator.startsWith("<");
    String source = expressions.java(from);
    String step = isUpper ? " - 1" : " + 1";
    String edge = isStrict ? sum(from, source) + step : source;
    (isUpper ? argument.upTo() : argument.from()).add(edge);
    if (other != null) {
      argument.others().add(other.name());
      rooms.add(() -> leaveRoom(argument, quantity, isUpper, isStrict, from, other));
    }
  }

  /** Narrows what arguments are made from, until each leaves room for what is made from it. */
  void settle() {
    for (int i = 0; i < arguments.size(); i++) {
      rooms.forEach(Runnable::run);
    }
  }

  private static String sum(Node from, String source) {
    boolean isSimple =
        from.kind() != Kind.BINARY
            || from.text().equals("+")
            || from.text().equals("-")
            || from.text().equals("*");
    return isSimple && from.kind() != Kind.CONDITIONAL ? source : "(" + source + ")";
  }

  /** Narrows what it is made from, so that there is always a value. */
  private void leaveRoom(
      Argument argument,
      Quantity quantity,
      boolean isUpper,
      boolean isStrict,
      Node from,
      Argument other) {
    BigDecimal limit = limit(argument, quantity, isUpper);
    Bound room = new Bound(limit, !isStrict, "");
    Quantity source = Quantity.of(from);
    boolean isFree = !isStrict && isOfTypeAlone(argument, quantity, isUpper);
    if (isFree) {
      return;
    }
    if (source != null && Writable.is(other.values()) && (isUpper || !source.isSize())) {
      narrow(other, source, isUpper, room);
    } else if (source == null || !source.isSize() || isUpper) {
      String comparison = isUpper ? (isStrict ? " > " : " >= ") : (isStrict ? " < " : " <= ");
      String filter = expressions.java(from) + comparison + Numbers.literal(limit, type(from));
      if (!other.filters().contains(filter)) {
        other.filters().add(filter);
      }
    }
  }

  private static Class<?> type(Node from) {
    Class<?> type = whole(from.type());
    return type == null ? int.class : type;
  }

  private static void narrow(Argument other, Quantity source, boolean isUpper, Bound room) {
    if (source.isSize()) {
      if (room.value().signum() > 0 || !room.isInside()) {
        other.limits().sizeFrom(new Bound(room.value(), room.isInside(), ""));
      }
    } else if (isUpper) {
      other.limits().from(room);
    } else {
      other.limits().upTo(room);
    }
  }

  private static boolean isOfTypeAlone(Argument argument, Quantity quantity, boolean isUpper) {
    Limits limits = argument.limits();
    return quantity.isSize()
        ? (isUpper ? limits.smallest() : limits.largest()) == null
        : (isUpper ? limits.low() : limits.high()) == null;
  }

  /** The other end of what the argument may be. */
  private static BigDecimal limit(Argument argument, Quantity quantity, boolean isUpper) {
    Limits limits = argument.limits();
    Class<?> type = Writable.primitive(argument.values().type());
    Bound bound =
        quantity.isSize()
            ? (isUpper ? limits.smallest() : limits.largest())
            : (isUpper ? limits.low() : limits.high());
    if (bound != null) {
      return isUpper ? Numbers.first(bound) : Numbers.last(bound);
    }
    if (quantity.isSize()) {
      return isUpper ? BigDecimal.ZERO : BigDecimal.valueOf(Integer.MAX_VALUE);
    }
    return isUpper ? Numbers.least(type) : Numbers.most(type);
  }
}
