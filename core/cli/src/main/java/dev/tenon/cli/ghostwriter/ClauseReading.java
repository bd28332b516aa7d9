package dev.tenon.cli.ghostwriter;

import dev.tenon.cli.ghostwriter.Limits.Matter;
import dev.tenon.model.Node;
import dev.tenon.model.Node.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From the trees of preconditions to limits of arguments, and to arguments that are made from
 * others. What it does not understand stays a condition.
 */
final class ClauseReading {

  private final Map<String, Argument> arguments;
  private final Relating relating;

  ClauseReading(Map<String, Argument> arguments, Expressions expressions) {
    this.arguments = arguments;
    this.relating = new Relating(arguments, expressions);
  }

  /** The parts of a clause that say nothing that could be kept by making values alone. */
  List<Node> notKept(Node tree, String why) {
    return conjuncts(tree).stream().filter(each -> !conjunct(each, why)).toList();
  }

  /**
   * Whether a part is kept by making an argument from others; asked when all bounds are known. Made
   * from a supplier it is likely and no more: the supplier that is called is another one.
   */
  boolean isKept(Node part) {
    return relating.isRelated(part) && !Expressions.asksSupplier(part);
  }

  /** Ends the reading. */
  void settle() {
    relating.settle();
  }

  /** The parts of a conjunction. */
  static List<Node> conjuncts(Node node) {
    if (node.kind() != Kind.BINARY || !node.text().equals("&&")) {
      return List.of(node);
    }
    List<Node> all = new ArrayList<>();
    node.children().forEach(each -> all.addAll(conjuncts(each)));
    return all;
  }

  private boolean conjunct(Node node, String why) {
    if (node.kind() == Kind.PARAMETER) {
      return is(node, Matter.TRUE, why);
    }
    if (node.kind() == Kind.UNARY && node.text().equals("!")) {
      return not(node.children().get(0), why);
    }
    if (node.kind() != Kind.BINARY || node.children().size() != 2) {
      return false;
    }
    Node left = node.children().get(0);
    Node right = node.children().get(1);
    if (isNull(right) || isNull(left)) {
      return node.text().equals("!=") && is(isNull(right) ? left : right, Matter.PRESENT, why);
    }
    BigDecimal number = Numbers.of(right);
    if (number != null) {
      return compared(left, node.text(), number, why);
    }
    number = Numbers.of(left);
    return number != null && compared(right, Relating.mirrored(node.text()), number, why);
  }

  private static boolean isNull(Node node) {
    return node.kind() == Kind.LITERAL && node.type().equals("null");
  }

  private boolean is(Node node, Matter matter, String why) {
    Argument argument = node.kind() == Kind.PARAMETER ? arguments.get(node.text()) : null;
    if (argument == null) {
      return false;
    }
    argument.limits().is(matter, why);
    return Writable.is(argument.values());
  }

  private boolean not(Node node, String why) {
    if (node.kind() == Kind.PARAMETER) {
      return is(node, Matter.FALSE, why);
    }
    Argument argument =
        node.kind() == Kind.CALL && Quantity.isOfParameter(node)
            ? arguments.get(node.children().get(0).text())
            : null;
    if (argument == null || !Writable.hasSize(argument.values().type())) {
      return false;
    }
    if (node.text().equals("isBlank")) {
      argument.limits().is(Matter.NOT_BLANK, why);
    } else if (!node.text().equals("isEmpty")) {
      return false;
    }
    argument.limits().sizeFrom(Bound.of(1, why));
    return Writable.is(argument.values());
  }

  private boolean compared(Node node, String operator, BigDecimal number, String why) {
    Quantity quantity = Quantity.of(node);
    Argument argument = quantity == null ? null : arguments.get(quantity.parameter());
    if (quantity == null || argument == null) {
      return false;
    }
    Limits limits = argument.limits();
    boolean isIn = operator.endsWith("=");
    Bound bound = new Bound(number, isIn, why);
    if (quantity.isSize()) {
      return Writable.hasSize(argument.values().type())
          && size(limits, operator, bound)
          && Writable.is(argument.values());
    }
    if (!Writable.isNumber(argument.values().type())) {
      return false;
    }
    switch (operator) {
      case "<", "<=" -> limits.upTo(bound);
      case ">", ">=" -> limits.from(bound);
      case "==" -> {
        limits.from(bound);
        limits.upTo(bound);
      }
      case "!=" -> limits.not(number, why);
      default -> {
        return false;
      }
    }
    return Writable.is(argument.values());
  }

  private static boolean size(Limits limits, String operator, Bound bound) {
    switch (operator) {
      case "<", "<=" -> limits.sizeUpTo(bound);
      case ">", ">=" -> limits.sizeFrom(bound);
      case "==" -> {
        limits.sizeFrom(bound);
        limits.sizeUpTo(bound);
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
