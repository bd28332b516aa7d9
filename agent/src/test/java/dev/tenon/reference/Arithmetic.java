package dev.tenon.reference;

/** The operators on numbers. */
final class Arithmetic {

  private Arithmetic() {}

  static Object onInts(String operator, int left, int right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "%" -> left % right;
      default -> onOrder(operator, left, right);
    };
  }

  static Object onLongs(String operator, long left, long right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "%" -> left % right;
      default -> onOrder(operator, left, right);
    };
  }

  private static Object onOrder(String operator, long left, long right) {
    return switch (operator) {
      case "<" -> left < right;
      case "<=" -> left <= right;
      case ">" -> left > right;
      case ">=" -> left >= right;
      default -> throw new AssertionError(operator);
    };
  }
}
