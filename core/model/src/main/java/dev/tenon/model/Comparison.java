package dev.tenon.model;

import org.jspecify.annotations.Nullable;

/**
 * An expression compared with a number.
 *
 * @param operand the expression
 * @param operator how it is compared, the expression standing on the left
 * @param number the number
 */
record Comparison(Node operand, String operator, Numeral number) {

  /** The comparison that a node is; null for none. */
  static @Nullable Comparison of(Node node) {
    if (node.kind() != Node.Kind.BINARY || node.children().size() != 2) {
      return null;
    }
    Node left = node.children().get(0);
    Node right = node.children().get(1);
    Numeral first = Numeral.of(left);
    Numeral second = Numeral.of(right);
    if (second != null && first == null) {
      return isComparison(node.text()) ? new Comparison(left, node.text(), second) : null;
    }
    return first != null && second == null && isComparison(node.text())
        ? new Comparison(right, mirrored(node.text()), first)
        : null;
  }

  private static boolean isComparison(String operator) {
    return switch (operator) {
      case "<", "<=", ">", ">=", "==", "!=" -> true;
      default -> false;
    };
  }

  private static String mirrored(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }

  /** Whether the expression is a primitive, which is never null. */
  boolean isOfPrimitive() {
    return unboxed(operand.type()).equals(operand.type()) && !operand.type().isEmpty();
  }

  /** Whether the expression is a boxed number: who compares it takes it for not null. */
  boolean isOfBoxed() {
    return !unboxed(operand.type()).isEmpty() && !isOfPrimitive();
  }

  /** Whether the other holds whenever this does; both compare one expression. */
  boolean implies(Comparison other) {
    Range domain = domain();
    Range range = range();
    Range wanted = other.range();
    if (domain != null && range != null && wanted != null) {
      return wanted.contains(range.and(domain));
    }
    return !promoted().isEmpty() && promoted().equals(other.promoted()) && isBeyond(other);
  }

  /** Of numbers that are not whole, or are rounded, only one order is known. */
  private boolean isBeyond(Comparison other) {
    boolean up = operator.startsWith(">");
    boolean down = operator.startsWith("<");
    boolean alike = up ? other.operator.startsWith(">") : down && other.operator.startsWith("<");
    if (!alike) {
      return false;
    }
    int order = compared(other);
    boolean needsMore = operator.endsWith("=") && !other.operator.endsWith("=");
    int least = needsMore ? 1 : 0;
    return up ? order >= least : -order >= least;
  }

  /** The order of the two numbers as the comparisons see them: minus zero is zero. */
  private int compared(Comparison other) {
    if (promoted().equals("float")) {
      float one = number.value().floatValue();
      float two = other.number.value().floatValue();
      return one < two ? -1 : one > two ? 1 : 0;
    }
    double one = number.value().doubleValue();
    double two = other.number.value().doubleValue();
    return one < two ? -1 : one > two ? 1 : 0;
  }

  /** The type in which the two are compared (JLS 5.6); empty where it is not known. */
  private String promoted() {
    String of = unboxed(operand.type());
    if (of.isEmpty()) {
      return "";
    }
    for (String wide : new String[] {"double", "float", "long"}) {
      if (of.equals(wide) || number.type().equals(wide)) {
        return wide;
      }
    }
    return "int";
  }

  /** The values of the expression for which it holds; null if they are no whole numbers. */
  @Nullable Range range() {
    if (domain() == null) {
      return null;
    }
    long limit = number.value().longValue();
    return switch (operator) {
      case "<" -> Range.below(limit);
      case "<=" -> Range.of(Long.MIN_VALUE, limit);
      case ">" -> Range.above(limit);
      case ">=" -> Range.of(limit, Long.MAX_VALUE);
      case "==" -> Range.of(limit, limit);
      default -> Range.allBut(limit);
    };
  }

  /** The values that the expression can have; null unless whole numbers are compared. */
  @Nullable Range domain() {
    if (!number.isWhole()) {
      return null;
    }
    if (operand.text().equals(Normal.SIZE)) {
      return Range.of(0, Integer.MAX_VALUE);
    }
    return switch (unboxed(operand.type())) {
      case "byte" -> Range.of(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case "short" -> Range.of(Short.MIN_VALUE, Short.MAX_VALUE);
      case "char" -> Range.of(Character.MIN_VALUE, Character.MAX_VALUE);
      case "int" -> Range.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "long" -> Range.of(Long.MIN_VALUE, Long.MAX_VALUE);
      default -> null;
    };
  }

  private static String unboxed(String type) {
    return switch (type) {
      case "byte", "java.lang.Byte" -> "byte";
      case "short", "java.lang.Short" -> "short";
      case "char", "java.lang.Character" -> "char";
      case "int", "java.lang.Integer" -> "int";
      case "long", "java.lang.Long" -> "long";
      case "float", "java.lang.Float" -> "float";
      case "double", "java.lang.Double" -> "double";
      default -> "";
    };
  }
}
