package dev.tenon.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of a clause or a body. */
sealed interface Expression {

  /** The static type. */
  Type type();

  /** A literal, null among them. */
  record Literal(Type type, @Nullable Object value) implements Expression {}

  /** A parameter, {@code result}, or a constant of the seam. */
  record Name(Type type, String name) implements Expression {}

  /** A field of the supplier: in bodies only. */
  record Field(Type type, String name) implements Expression {}

  /** A call of a query of {@code this}, or of a static method of the seam. */
  record Query(Type type, String name, List<Expression> arguments) implements Expression {}

  /** A call on a value that may be null. */
  record Access(Type type, Expression receiver, String method, List<Expression> arguments)
      implements Expression {}

  /** An Integer where Java wants an int. */
  record Unboxed(Expression of) implements Expression {

    @Override
    public Type type() {
      return Type.INT;
    }
  }

  /** A new object. */
  record Made(Type type, List<Expression> arguments) implements Expression {}

  /** {@code !} or {@code -}. */
  record Unary(String operator, Expression operand) implements Expression {

    @Override
    public Type type() {
      return operand.type();
    }
  }

  /** Two operands, both evaluated unless the operator is {@code &&} or {@code ||}. */
  record Binary(String operator, Expression left, Expression right) implements Expression {

    @Override
    public Type type() {
      if (!List.of("+", "-", "*", "/", "%").contains(operator)) {
        return Type.BOOLEAN;
      }
      return left.type() == Type.LONG || right.type() == Type.LONG ? Type.LONG : Type.INT;
    }
  }

  /** {@code ?:}. */
  record Conditional(Expression condition, Expression yes, Expression no) implements Expression {

    @Override
    public Type type() {
      return yes.type();
    }
  }

  /** The value at entry. */
  record Old(Expression of) implements Expression {

    @Override
    public Type type() {
      return of.type();
    }
  }
}
