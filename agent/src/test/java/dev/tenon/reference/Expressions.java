package dev.tenon.reference;

import dev.tenon.reference.Expression.Access;
import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Conditional;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Made;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Expression.Query;
import dev.tenon.reference.Expression.Unary;
import dev.tenon.reference.Expression.Unboxed;
import java.util.List;

/** Random expressions over a scope. */
record Expressions(Draw draw, Scope scope) {

  private static final List<String> ORDER = List.of("<", "<=", ">", ">=", "==", "!=");
  private static final List<String> SAFE = List.of("+", "+", "-", "-", "*");
  private static final List<String> PARTIAL = List.of("/", "%");
  private static final List<String> TEXTS = List.of("", "a", "ab", "tenon");

  Expression of(Type type, int depth) {
    if (!scope.olds().isEmpty() && draw.chance(15) && type != Type.VOID) {
      return old(type, depth - 1);
    }
    return switch (type) {
      case BOOLEAN -> condition(depth);
      case INT, LONG -> number(type, depth);
      case STRING -> text(depth);
      case CELL -> cell(depth);
      case INTEGER, PAIR, OBJECT -> atomOr(type, literal(type));
      case VOID -> throw new IllegalArgumentException("no expression is void");
    };
  }

  /** An old value: of something that a name or a state can change. */
  Expression old(Type type, int depth) {
    Expressions entry = new Expressions(draw, scope.atEntry());
    Expression of = entry.of(type, Math.max(0, depth));
    return of instanceof Literal ? of : new Old(of);
  }

  Literal literal(Type type) {
    return switch (type) {
      case BOOLEAN -> new Literal(type, draw.chance(50));
      case INT -> new Literal(type, draw.chance(4) ? edge() : draw.between(-3, 9));
      case LONG -> new Literal(type, (long) draw.between(-5, 20));
      case STRING -> new Literal(type, draw.chance(30) ? null : draw.of(TEXTS));
      default -> new Literal(type, null);
    };
  }

  /** What a client passes: null now and then. */
  Expression argument(Type type) {
    if (!type.isReference() || draw.chance(30)) {
      return literal(type);
    }
    return switch (type) {
      case INTEGER -> new Literal(type, draw.between(-2, 6));
      case CELL -> new Made(type, List.of(literal(Type.INT), inner()));
      case PAIR -> new Made(type, List.of(literal(Type.INT), argument(Type.INTEGER)));
      default -> literal(type);
    };
  }

  private Expression inner() {
    return draw.chance(50) ? argument(Type.CELL) : new Literal(Type.CELL, null);
  }

  private int edge() {
    return draw.chance(50) ? Integer.MAX_VALUE : -Integer.MAX_VALUE;
  }

  Expression condition(int depth) {
    if (depth <= 0) {
      return draw.chance(20) ? atomOr(Type.BOOLEAN, comparison(0)) : comparison(0);
    }
    int kind = draw.below(100);
    if (kind < 45) {
      return comparison(depth - 1);
    }
    if (kind < 55) {
      return nullTest(depth - 1);
    }
    if (kind < 80) {
      String operator = draw.chance(50) ? "&&" : "||";
      return new Binary(operator, of(Type.BOOLEAN, depth - 1), of(Type.BOOLEAN, depth - 1));
    }
    if (kind < 86) {
      return new Unary("!", of(Type.BOOLEAN, depth - 1));
    }
    if (kind < 91) {
      return conditional(Type.BOOLEAN, depth - 1);
    }
    return kind < 96 ? onText(depth - 1) : called(Type.BOOLEAN, depth - 1);
  }

  private Expression comparison(int depth) {
    String operator = draw.of(ORDER);
    boolean isEquality = operator.length() == 2 && "=!".indexOf(operator.charAt(0)) >= 0;
    Expression left = isEquality ? number(numeric(), depth) : operand(depth);
    Expression right = draw.chance(55) ? literal(Type.INT) : number(numeric(), depth);
    return new Binary(operator, left, right);
  }

  private Expression nullTest(int depth) {
    List<Expression> references = scope.references();
    if (references.isEmpty()) {
      return comparison(depth);
    }
    Expression tested = draw.of(references);
    if (tested.type() == Type.CELL && draw.chance(30)) {
      tested = new Access(Type.CELL, tested, "next", List.of());
    }
    return new Binary(draw.chance(70) ? "!=" : "==", tested, new Literal(tested.type(), null));
  }

  private Expression onText(int depth) {
    List<Expression> texts = scope.atoms(Type.STRING);
    if (texts.isEmpty()) {
      return comparison(depth);
    }
    Expression receiver = draw.of(texts);
    return switch (draw.below(3)) {
      case 0 -> new Access(Type.BOOLEAN, receiver, "isEmpty", List.of());
      case 1 -> new Access(Type.BOOLEAN, receiver, "equals", List.of(of(Type.STRING, depth)));
      default ->
          new Access(Type.BOOLEAN, receiver, "startsWith", List.of(new Literal(Type.STRING, "a")));
    };
  }

  private Type numeric() {
    return draw.chance(75) ? Type.INT : Type.LONG;
  }

  /** An operand that Java unboxes if it has to. */
  private Expression operand(int depth) {
    List<Expression> boxes = scope.atoms(Type.INTEGER);
    if (!boxes.isEmpty() && draw.chance(25)) {
      return new Unboxed(draw.of(boxes));
    }
    return number(numeric(), depth);
  }

  private Expression number(Type type, int depth) {
    int kind = draw.below(100);
    if (depth <= 0 || kind < 40) {
      return draw.chance(20) ? literal(type) : atomOr(type, literal(type));
    }
    if (kind < 65) {
      return arithmetic(type, depth - 1);
    }
    if (kind < 85 && type == Type.INT) {
      return measured(depth - 1);
    }
    if (kind < 90) {
      return new Unary("-", of(type, depth - 1));
    }
    return kind < 95 ? conditional(type, depth - 1) : called(type, depth - 1);
  }

  private Expression arithmetic(Type type, int depth) {
    String operator = draw.of(draw.chance(20) ? PARTIAL : SAFE);
    Expression left = type == Type.INT ? intOperand(depth) : of(type, depth);
    Expression right =
        type == Type.LONG && draw.chance(50) ? number(Type.INT, depth) : number(type, depth);
    return new Binary(operator, left, right);
  }

  private Expression intOperand(int depth) {
    List<Expression> boxes = scope.atoms(Type.INTEGER);
    return !boxes.isEmpty() && draw.chance(25)
        ? new Unboxed(draw.of(boxes))
        : number(Type.INT, depth);
  }

  /** A number that a reference leads to, or an exception. */
  private Expression measured(int depth) {
    List<Expression> references = scope.references();
    if (references.isEmpty()) {
      return number(Type.INT, depth);
    }
    Expression receiver = draw.of(references);
    return switch (receiver.type()) {
      case CELL -> new Access(Type.INT, cell(depth), "value", List.of());
      case PAIR ->
          draw.chance(50)
              ? new Access(Type.INT, receiver, "left", List.of())
              : new Access(
                  Type.INT,
                  new Access(Type.INTEGER, receiver, "right", List.of()),
                  "intValue",
                  List.of());
      case INTEGER -> new Access(Type.INT, receiver, "intValue", List.of());
      case OBJECT -> new Access(Type.INT, receiver, "hashCode", List.of());
      default -> new Access(Type.INT, receiver, "length", List.of());
    };
  }

  private Expression text(int depth) {
    List<Expression> texts = scope.atoms(Type.STRING);
    if (depth > 0 && !texts.isEmpty() && draw.chance(30)) {
      Expression from = draw.chance(50) ? literal(Type.INT) : number(Type.INT, depth - 1);
      return new Access(Type.STRING, draw.of(texts), "substring", List.of(from));
    }
    return atomOr(Type.STRING, literal(Type.STRING));
  }

  /** Never the bare literal when a name is at hand: a literal is no receiver. */
  private Expression cell(int depth) {
    List<Expression> cells = scope.atoms(Type.CELL);
    if (cells.isEmpty()) {
      return new Made(Type.CELL, List.of(literal(Type.INT), new Literal(Type.CELL, null)));
    }
    Expression cell = draw.of(cells);
    return depth > 0 && draw.chance(35) ? new Access(Type.CELL, cell, "next", List.of()) : cell;
  }

  private Expression conditional(Type type, int depth) {
    return new Conditional(condition(depth), of(type, depth), of(type, depth));
  }

  private Expression called(Type type, int depth) {
    List<Scope.Function> functions = scope.functions(type);
    if (functions.isEmpty()) {
      return of(type, depth);
    }
    Scope.Function function = draw.of(functions);
    return new Query(
        type,
        function.name(),
        function.parameters().stream().map(parameter -> of(parameter.type(), depth)).toList());
  }

  private Expression atomOr(Type type, Expression otherwise) {
    List<Expression> atoms = scope.atoms(type);
    return atoms.isEmpty() ? otherwise : draw.of(atoms);
  }
}
