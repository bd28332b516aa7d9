package dev.tenon.reference;

import dev.tenon.reference.Program.Clause;
import java.util.Optional;

/**
 * An exception clause.
 *
 * @param name its name
 * @param exception the binary name of the exception
 * @param when when it must be thrown; empty when it may be thrown at any time
 * @param ensures what holds afterwards
 */
record Thrown(
    String name, String exception, Optional<Expression> when, Optional<Expression> ensures) {

  /** What stands for it in a report, and must be true where the call returns. */
  Clause clause() {
    return new Clause(
        name,
        when.<Expression>map(held -> new Expression.Unary("!", new Expression.Old(held)))
            .orElseGet(() -> new Expression.Literal(Type.BOOLEAN, true)));
  }

  /** What must be true where the call throws it. */
  Optional<Clause> after() {
    return ensures.map(condition -> new Clause(name, condition));
  }

  /** Whether it is about this exception. */
  boolean isOf(Throwable raised) {
    try {
      Class<?> type =
          raised instanceof Raised other ? Class.forName(other.type()) : raised.getClass();
      return Class.forName(exception).isAssignableFrom(type);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  static boolean isError(Throwable raised) {
    return new Thrown("", "java.lang.Error", Optional.empty(), Optional.empty()).isOf(raised);
  }
}
