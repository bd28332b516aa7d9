package dev.tenon.reference;

import dev.tenon.reference.Program.Statement;
import dev.tenon.reference.given.Mute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Random exception clauses, and bodies that heed them or not. */
record Exceptions(Draw draw) {

  private static final String STATE = "java.lang.IllegalStateException";
  private static final String CANCELLED = "java.util.concurrent.CancellationException";
  private static final String UNSUPPORTED = "java.lang.UnsupportedOperationException";
  private static final String ASSERTION = "java.lang.AssertionError";
  private static final String ERROR = "java.lang.Error";
  private static final String NULL = "java.lang.NullPointerException";

  private static final List<String> DECLARED =
      List.of(
          STATE,
          STATE,
          STATE,
          CANCELLED,
          UNSUPPORTED,
          NULL,
          "java.lang.RuntimeException",
          ERROR,
          ASSERTION,
          Mute.class.getName());
  private static final List<String> THROWN =
      List.of(STATE, STATE, CANCELLED, UNSUPPORTED, ERROR, ASSERTION, NULL, Mute.class.getName());

  /** What a body throws, whatever is declared. */
  String any() {
    return draw.of(THROWN);
  }

  /** Between none and three clauses; their names begin as that of the type. */
  List<Thrown> of(String type, Scope entry, Scope afterwards) {
    List<Thrown> clauses = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    int count = draw.of(List.of(0, 0, 1, 1, 1, 2, 3));
    for (int i = 0; i < count; i++) {
      String exception = draw.of(DECLARED);
      Optional<Expression> when =
          draw.chance(70) ? Optional.of(condition(entry)) : Optional.empty();
      Optional<Expression> ensures =
          draw.chance(40) ? Optional.of(condition(afterwards)) : Optional.empty();
      // Two equal texts are an error of the user's.
      if (texts.add(exception + when.map(JavaText::of).orElse(""))) {
        clauses.add(new Thrown(type.toLowerCase(Locale.ROOT) + "x" + i, exception, when, ensures));
      }
    }
    return clauses;
  }

  private Expression condition(Scope scope) {
    return new Expressions(draw, scope).condition(draw.of(List.of(0, 0, 1, 2)));
  }

  /** The statement that makes a body heed some clause, now and then with another exception. */
  Optional<Statement> heeding(List<Thrown> clauses) {
    if (clauses.isEmpty() || draw.chance(40)) {
      return Optional.empty();
    }
    Thrown clause = draw.of(clauses);
    String exception = draw.chance(75) ? clause.exception() : any();
    Expression condition =
        clause.when().orElseGet(() -> new Expression.Literal(Type.BOOLEAN, draw.chance(50)));
    return Optional.of(new Statement.ThrowIf(condition, exception));
  }
}
