package dev.tenon.cli.ghostwriter;

import dev.tenon.model.Node;
import dev.tenon.model.Node.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers in clauses and in Java source. */
final class Numbers {

  /** The smallest and largest numbers of the whole types. */
  private static final Map<Class<?>, long[]> RANGES =
      Map.of(
          byte.class, new long[] {Byte.MIN_VALUE, Byte.MAX_VALUE},
          short.class, new long[] {Short.MIN_VALUE, Short.MAX_VALUE},
          int.class, new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE},
          long.class, new long[] {Long.MIN_VALUE, Long.MAX_VALUE});

  private Numbers() {}

  /** The number that a node writes down; null for any other node. */
  static @Nullable BigDecimal of(Node node) {
    if (node.kind() == Kind.UNARY && node.text().equals("-")) {
      BigDecimal number = of(node.children().get(0));
      return number == null ? null : number.negate();
    }
    if (node.kind() != Kind.LITERAL) {
      return null;
    }
    String digits = node.text().replace("_", "").toLowerCase(Locale.ROOT);
    try {
      return switch (node.type()) {
        case "int", "long" -> BigDecimal.valueOf(Long.decode(digits.replaceFirst("l$", "")));
        case "float", "double" -> new BigDecimal(digits.replaceFirst("[fd]$", ""));
        default -> null;
      };
    } catch (NumberFormatException otherwise) {
      return null;
    }
  }

  static boolean isWhole(Class<?> type) {
    return RANGES.containsKey(type);
  }

  /** The smallest value of a whole type. */
  static BigDecimal least(Class<?> type) {
    return BigDecimal.valueOf(range(type)[0]);
  }

  /** The largest value of a whole type. */
  static BigDecimal most(Class<?> type) {
    return BigDecimal.valueOf(range(type)[1]);
  }

  private static long[] range(Class<?> type) {
    long[] range = RANGES.get(type);
    return range == null ? new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE} : range;
  }

  /** The first whole number from a lower bound on. */
  static BigDecimal first(Bound low) {
    BigDecimal up = low.value().setScale(0, RoundingMode.CEILING);
    return !low.isInside() && up.compareTo(low.value()) == 0 ? up.add(BigDecimal.ONE) : up;
  }

  /** The last whole number up to an upper bound. */
  static BigDecimal last(Bound high) {
    BigDecimal down = high.value().setScale(0, RoundingMode.FLOOR);
    return !high.isInside() && down.compareTo(high.value()) == 0
        ? down.subtract(BigDecimal.ONE)
        : down;
  }

  /** A number as a literal of a type. */
  static String literal(BigDecimal number, Class<?> type) {
    String plain = number.toPlainString();
    boolean isEnd = number.compareTo(least(type)) == 0 || number.compareTo(most(type)) == 0;
    if (isWhole(type) && isEnd) {
      String name = type == int.class ? "Integer" : capitalised(type.getName());
      return name + (number.signum() < 0 ? ".MIN_VALUE" : ".MAX_VALUE");
    }
    if (type == byte.class || type == short.class) {
      return "(" + type.getName() + ") " + plain;
    }
    if (type == long.class) {
      return plain + "L";
    }
    if (type == float.class || type == double.class) {
      return (plain.contains(".") ? plain : plain + ".0") + (type == float.class ? "f" : "");
    }
    return plain;
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
