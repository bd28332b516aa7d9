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
import dev.tenon.reference.Program.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Expressions and statements as Java, with parentheses only where precedence wants them. */
final class JavaText {

  private static final int LOWEST = 1;
  private static final int PREFIX = 8;
  private static final int PRIMARY = 9;
  private static final Map<String, Integer> BINARY =
      Map.ofEntries(
          Map.entry("||", 2),
          Map.entry("&&", 3),
          Map.entry("==", 4),
          Map.entry("!=", 4),
          Map.entry("<", 5),
          Map.entry("<=", 5),
          Map.entry(">", 5),
          Map.entry(">=", 5),
          Map.entry("+", 6),
          Map.entry("-", 6),
          Map.entry("*", 7),
          Map.entry("/", 7),
          Map.entry("%", 7));

  private JavaText() {}

  static String of(Expression expression) {
    if (expression instanceof Literal literal) {
      return literal(literal);
    }
    if (expression instanceof Name name) {
      return name.name();
    }
    if (expression instanceof Field field) {
      return "this." + field.name();
    }
    if (expression instanceof Query query) {
      return query.name() + list(query.arguments());
    }
    if (expression instanceof Access access) {
      return at(PRIMARY, access.receiver()) + "." + access.method() + list(access.arguments());
    }
    if (expression instanceof Unboxed unboxed) {
      return of(unboxed.of());
    }
    if (expression instanceof Made made) {
      return "new " + made.type().text() + list(made.arguments());
    }
    if (expression instanceof Old old) {
      return "old(" + of(old.of()) + ")";
    }
    if (expression instanceof Unary unary) {
      boolean wouldDecrement = of(unary.operand()).startsWith("-");
      return unary.operator() + at(wouldDecrement ? PRIMARY : PREFIX, unary.operand());
    }
    if (expression instanceof Binary binary) {
      int level = level(binary);
      String operator = " " + binary.operator() + " ";
      return at(level, binary.left()) + operator + at(level + 1, binary.right());
    }
    Conditional conditional = (Conditional) expression;
    return at(LOWEST + 1, conditional.condition())
        + " ? "
        + at(LOWEST, conditional.yes())
        + " : "
        + at(LOWEST, conditional.no());
  }

  static String of(Statement statement) {
    if (statement instanceof Statement.SetField set) {
      return of(set.field()) + " = " + of(set.value()) + ";";
    }
    if (statement instanceof Statement.SetParameter set) {
      return set.parameter().name() + " = " + of(set.value()) + ";";
    }
    if (statement instanceof Statement.SetCell set) {
      return of(set.cell()) + ".set(" + of(set.value()) + ");";
    }
    if (statement instanceof Statement.ThrowIf thrown) {
      return "if ("
          + of(thrown.condition())
          + ") throw Noted.as(new "
          + thrown.exception()
          + "());";
    }
    if (statement instanceof Statement.Self self) {
      return "this." + call(self.operation(), self.arguments()) + ";";
    }
    if (statement instanceof Statement.Call above) {
      return call(above.method(), above.arguments()) + ";";
    }
    if (statement instanceof Statement.Switch change) {
      return change(change.pattern(), change.rule());
    }
    return "return " + of(((Statement.Return) statement).value()) + ";";
  }

  static String clause(String annotation, Program.Clause clause) {
    String value = quoted(clause.condition());
    return "@" + annotation + "(value = " + value + ", name = \"" + clause.name() + "\")";
  }

  static String of(Thrown clause) {
    return "@Throws(value = "
        + clause.exception()
        + ".class"
        + clause.when().map(when -> ", when = " + quoted(when)).orElse("")
        + clause.ensures().map(after -> ", ensures = " + quoted(after)).orElse("")
        + ", name = \""
        + clause.name()
        + "\")";
  }

  private static String quoted(Expression condition) {
    return '"' + of(condition).replace("\"", "\\\"") + '"';
  }

  static String signature(Type type, String name, List<Program.Parameter> parameters) {
    return type.text() + " " + name + parameters(parameters);
  }

  static String parameters(List<Program.Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> parameter.type().text() + " " + parameter.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  static String change(String pattern, Program.Rule rule) {
    return Statement.Switch.CALL + "(\"" + pattern + "\", Mode." + rule.mode() + ");";
  }

  static String call(String method, List<Expression> arguments) {
    return method + list(arguments);
  }

  private static String list(List<Expression> arguments) {
    return arguments.stream().map(JavaText::of).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String at(int level, Expression expression) {
    String text = of(expression);
    return level(expression) < level ? "(" + text + ")" : text;
  }

  private static int level(Expression expression) {
    if (expression instanceof Unboxed unboxed) {
      return level(unboxed.of());
    }
    if (expression instanceof Conditional) {
      return LOWEST;
    }
    if (expression instanceof Binary binary) {
      return BINARY.getOrDefault(binary.operator(), LOWEST);
    }
    if (expression instanceof Unary || literalIsNegative(expression)) {
      return PREFIX;
    }
    return PRIMARY;
  }

  private static boolean literalIsNegative(Expression expression) {
    return expression instanceof Literal literal
        && literal.value() instanceof Number number
        && number.longValue() < 0;
  }

  private static String literal(Literal literal) {
    if (literal.value() == null) {
      return "null";
    }
    if (literal.value() instanceof String text) {
      return '"' + text + '"';
    }
    return literal.value() + (literal.type() == Type.LONG ? "L" : "");
  }
}
