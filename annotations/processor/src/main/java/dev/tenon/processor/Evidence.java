package dev.tenon.processor;

import dev.tenon.model.Clause;
import dev.tenon.model.Expression;
import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the sub-expressions whose values evidence lists, and how the explaining form records each
 * without changing what the clause means.
 *
 * <p>A recorder is generic, and a generic call among the operands of {@code ?:} makes a numeric
 * conditional one of references; as an argument it takes part in inference and may choose another
 * overload. So operands of {@code ?:} are left alone, and arguments get an explicit type.
 */
final class Evidence {

  /** Where a term stands. */
  private enum Position {
    ROOT,
    QUALIFIER,
    COMPARED,
    OPERAND,
    ARGUMENT,
    RESULT_OF_CHOICE
  }

  private final OperationText operation;
  private final Typing typing;
  private final Calls calls;
  private final Reach reach;
  private final List<Expression> expressions = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> recorders = new HashMap<>();

  Evidence(OperationText operation, Typing typing, Calls calls, Reach reach) {
    this.operation = operation;
    this.typing = typing;
    this.calls = calls;
    this.reach = reach;
    Term root = typing.clause().root();
    if (typing.clause().role() != Clause.Role.THROWS) {
      collect(root, Position.ROOT);
    } else if (!typing.clause().captured().isEmpty()) {
      collectCondition(root);
    }
  }

  /** The sub-expressions in source order. */
  List<Expression> expressions() {
    return expressions;
  }

  /** What stands before each recorded term, by the term's number; a parenthesis closes it. */
  Map<Integer, String> recorders() {
    return recorders;
  }

  private void collect(Term term, Position position) {
    record(term, position, isListed(term, position));
    switch (term.sort()) {
      case LAMBDA, REFERENCE, TYPE, OLD -> {}
      default -> {
        for (int i = 0; i < term.children().size(); i++) {
          collect(term.children().get(i), position(term, i, position));
        }
      }
    }
  }

  /**
   * At exit a condition is a captured value. Of what it read, parameters that cannot have changed
   * are shown beside it.
   */
  private void collectCondition(Term root) {
    root.postOrder(
        term -> {
          TypeMirror type = term.sort() == Sort.PARAMETER ? typing.of(term) : null;
          if (type != null && Immutables.isImmutable(type) && !term.isSame(root)) {
            record(term, Position.ROOT, !numbers.containsKey(term.text()));
          }
        });
    record(root, Position.ROOT, true);
  }

  private void record(Term term, Position position, boolean isShown) {
    String recorder = isShown ? recorder(term, position) : null;
    if (recorder != null) {
      String text = Tokens.folded(typing.clause().sourceOf(term));
      int number = numbers.computeIfAbsent(text, missing -> add(text, term));
      recorders.put(term.id(), recorder.formatted(number));
    }
  }

  private int add(String text, Term term) {
    expressions.add(new Expression(text, isSensitive(term)));
    return expressions.size() - 1;
  }

  private static Position position(Term parent, int child, Position position) {
    return switch (parent.sort()) {
      case PARENTHESES -> position;
      case SELECT, FIELD, CONSTANT -> Position.QUALIFIER;
      case MEMBER_CALL -> child == 0 ? Position.QUALIFIER : Position.ARGUMENT;
      case CALL, NEW, CAST -> Position.ARGUMENT;
      case CONDITIONAL -> child == 0 ? Position.OPERAND : Position.RESULT_OF_CHOICE;
      case PART ->
          child == parent.children().size() - 1 ? Position.RESULT_OF_CHOICE : Position.OPERAND;
      case BINARY -> Operators.isComparison(parent.text()) ? Position.COMPARED : Position.OPERAND;
      case INSTANCEOF -> Position.RESULT_OF_CHOICE;
      default -> Position.OPERAND;
    };
  }

  private static boolean isListed(Term term, Position position) {
    if (position == Position.ROOT || position == Position.RESULT_OF_CHOICE) {
      return false;
    }
    return switch (term.sort()) {
      case PARAMETER, LOCAL, RESULT, FIELD -> position != Position.QUALIFIER;
      case NAME -> position != Position.QUALIFIER;
      case SELECT -> !term.text().equals("class");
      case CALL, MEMBER_CALL, INDEX, OLD -> true;
      case BINARY ->
          position == Position.COMPARED
              && !Operators.isComparison(term.text())
              && !Operators.isLogical(term.text());
      case UNARY ->
          position == Position.COMPARED
              && !term.text().equals("!")
              && Terms.inside(term.children().get(0)).sort() != Sort.LITERAL;
      default -> false;
    };
  }

  /** How the recorder begins, with a place for the number; null for no recorder. */
  private @Nullable String recorder(Term term, Position position) {
    TypeMirror type = typing.of(term);
    if (type == null || typing.isBroken(term)) {
      return null;
    }
    if (type instanceof PrimitiveType primitive) {
      return primitive(primitive, term);
    }
    if (position != Position.ARGUMENT) {
      return "$trace.seen(%d, ";
    }
    TypeNames names = new TypeNames(Map.of());
    String name = names.name(type);
    boolean exact = names.isDenotable() && reach.reaches(type) && !isInferred(term);
    return exact ? "$trace.<" + name + ">seen(%d, " : null;
  }

  /** A call as argument is attributed twice by the compiler, unless a cast makes it stand alone. */
  private static String primitive(PrimitiveType type, Term term) {
    String name = type.getKind().name().toLowerCase(Locale.ROOT);
    boolean call =
        switch (term.sort()) {
          case CALL, MEMBER_CALL, OLD -> true;
          default -> false;
        };
    return "$trace.seen" + JavaText.title(name) + "(%d, " + (call ? "(" + name + ") " : "");
  }

  /** Whether the type of a call depends on where it stands. */
  private boolean isInferred(Term term) {
    if (term.sort() != Sort.CALL && term.sort() != Sort.MEMBER_CALL) {
      return false;
    }
    var candidates = calls.candidates(typing, term);
    return candidates.isEmpty()
        || candidates.stream().anyMatch(method -> !method.getTypeParameters().isEmpty());
  }

  private boolean isSensitive(Term top) {
    boolean[] sensitive = {false};
    top.postOrder(
        term ->
            sensitive[0] |=
                switch (term.sort()) {
                      case PARAMETER -> operation.sensitiveParameters().contains(term.text());
                      case RESULT -> operation.sensitiveResult();
                      case CALL, MEMBER_CALL ->
                          calls.candidates(typing, term).stream().anyMatch(Sensitivity::isMarked);
                      default -> false;
                    }
                    || Sensitivity.isMarked(typing.of(term)));
    return sensitive[0];
  }
}
