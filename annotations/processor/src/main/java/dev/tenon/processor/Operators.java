package dev.tenon.processor;

import com.sun.source.tree.Tree;

/** How operators are spelled. */
final class Operators {

  private Operators() {}

  static String of(Tree.Kind kind) {
    return switch (kind) {
      case PLUS, UNARY_PLUS -> "+";
      case MINUS, UNARY_MINUS -> "-";
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      case REMAINDER -> "%";
      case LEFT_SHIFT -> "<<";
      case RIGHT_SHIFT -> ">>";
      case UNSIGNED_RIGHT_SHIFT -> ">>>";
      case LESS_THAN -> "<";
      case GREATER_THAN -> ">";
      case LESS_THAN_EQUAL -> "<=";
      case GREATER_THAN_EQUAL -> ">=";
      case EQUAL_TO -> "==";
      case NOT_EQUAL_TO -> "!=";
      case AND -> "&";
      case XOR -> "^";
      case OR -> "|";
      case CONDITIONAL_AND -> "&&";
      case CONDITIONAL_OR -> "||";
      case BITWISE_COMPLEMENT -> "~";
      case LOGICAL_COMPLEMENT -> "!";
      case PREFIX_INCREMENT, POSTFIX_INCREMENT -> "++";
      case PREFIX_DECREMENT, POSTFIX_DECREMENT -> "--";
      default -> "";
    };
  }

  static boolean isLogical(String operator) {
    return switch (operator) {
      case "&&", "||", "!" -> true;
      default -> false;
    };
  }

  static boolean isComparison(String operator) {
    return switch (operator) {
      case "<", ">", "<=", ">=", "==", "!=" -> true;
      default -> false;
    };
  }
}
