package dev.tenon.reference;

import dev.tenon.reference.Expression.Access;
import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Name;
import dev.tenon.reference.Expression.Query;
import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Member;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Shape;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Statement;
import dev.tenon.reference.Whole.Chain;
import dev.tenon.reference.Whole.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Random contents of a type whose objects call each other.
 *
 * @param all the types, those behind the filled one with nothing in them
 */
record Acts(Draw draw, Hierarchy all) {

  /** The static method of types that have one. */
  static final String STATIC = "ofClass";

  private static final Query THE_BALANCE = new Query(Type.INT, "balance", List.of());
  private static final Query THE_KEPT = new Query(Type.CELL, "kept", List.of());
  private static final Literal NULL = new Literal(Type.CELL, null);

  /** The type with invariants, members and constructors. */
  Declared filled(Declared bare) {
    List<Member> members = new ArrayList<>();
    for (Operation operation : all.operations().subList(0, all.operations().size() - 1)) {
      if (isDeclared(bare, operation)) {
        members.add(member(bare, operation));
      }
    }
    List<Constructor> constructors =
        bare.whole().constructors().isEmpty() ? List.of() : constructors(bare);
    List<Member> statics = draw.chance(30) ? List.of(ofClass(bare)) : List.of();
    Whole whole = new Whole(invariants(bare), constructors, statics, bare.whole().isConfined());
    return new Declared(
        bare.name(),
        bare.shape(),
        false,
        false,
        bare.superclass(),
        bare.interfaces(),
        members,
        whole);
  }

  private boolean isDeclared(Declared bare, Operation operation) {
    if (bare.shape() == Shape.INTERFACE) {
      return bare.name().equals("I0") || draw.chance(40);
    }
    boolean hasBody = all.body(bare.name(), operation.name()).isPresent();
    boolean isOfClass = bare.superclass().isPresent() && hasBody;
    return !isOfClass || draw.chance(40);
  }

  private List<Clause> invariants(Declared bare) {
    boolean isNeeded = bare.name().equals("I0");
    List<Clause> invariants = new ArrayList<>();
    int count = isNeeded ? draw.between(1, 2) : draw.of(List.of(0, 0, 1, 1, 2));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Expression condition = invariant();
      if (!texts.contains(JavaText.of(condition))) {
        texts.add(JavaText.of(condition));
        invariants.add(new Clause(named(bare, "i" + i), condition));
      }
    }
    return invariants;
  }

  /** True of what is new; some cannot always be evaluated. */
  private Expression invariant() {
    return switch (draw.below(10)) {
      case 0, 1, 2 -> new Binary(">=", THE_BALANCE, number(draw.between(-1, 1)));
      case 3, 4 -> new Binary("<=", THE_BALANCE, number(draw.between(3, 8)));
      case 5 -> new Binary("!=", THE_BALANCE, number(draw.between(2, 4)));
      case 6 ->
          new Binary(
              "||",
              new Binary("==", THE_KEPT, NULL),
              new Binary(">=", new Access(Type.INT, THE_KEPT, "value", List.of()), number(0)));
      case 7 -> new Binary("<=", new Binary("/", number(8), THE_BALANCE), number(8));
      case 8 ->
          new Binary(
              "||",
              new Binary("<", THE_BALANCE, number(3)),
              new Binary(">=", new Access(Type.INT, THE_KEPT, "value", List.of()), number(0)));
      default -> new Binary("==", new Binary("%", THE_BALANCE, number(2)), number(1));
    };
  }

  private static Literal number(int value) {
    return new Literal(Type.INT, value);
  }

  private static String named(Declared type, String name) {
    return type.name().toLowerCase(Locale.ROOT) + name;
  }

  private Member member(Declared bare, Operation operation) {
    boolean isInterface = bare.shape() == Shape.INTERFACE;
    boolean hasBody = !isInterface || draw.chance(15);
    Scope entry = new Scope(seen(operation.parameters()), List.of(), List.of());
    Scope after = entry.afterwards(result(operation));
    boolean isChecked = draw.chance(45);
    List<Clause> requires = isChecked ? few(bare, operation, "r", entry, 40) : List.of();
    List<Clause> ensures = isChecked ? few(bare, operation, "e", after, 60) : List.of();
    List<Thrown> exceptions =
        isChecked && draw.chance(40)
            ? new Exceptions(draw)
                .of(bare.name() + operation.name(), entry, entry.afterwards(List.of()))
            : List.of();
    List<Statement> body = new ArrayList<>();
    if (hasBody) {
      new Exceptions(draw).heeding(exceptions).ifPresent(body::add);
      body.addAll(new Doings(draw, all).of(bare, operation));
    }
    return new Member(operation.name(), requires, ensures, exceptions, hasBody, body);
  }

  private static List<Expression> result(Operation operation) {
    return operation.result() == Type.VOID
        ? List.of()
        : List.of(new Name(operation.result(), "result"));
  }

  private static List<Expression> seen(List<Parameter> parameters) {
    List<Expression> atoms = new ArrayList<>(Programs.names(parameters));
    atoms.add(THE_BALANCE);
    atoms.add(THE_KEPT);
    return atoms;
  }

  private List<Clause> few(
      Declared bare, Operation operation, String kind, Scope scope, int chance) {
    List<Clause> clauses = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    while (draw.chance(chance) && clauses.size() < 2) {
      Expressions expressions = new Expressions(draw, scope);
      Expression condition =
          draw.chance(60)
              ? new Binary(">=", expressions.of(Type.INT, 1), number(draw.of(List.of(-100, -3, 0))))
              : expressions.condition(1);
      if (!texts.contains(JavaText.of(condition))) {
        texts.add(JavaText.of(condition));
        clauses.add(new Clause(named(bare, operation.name() + kind + clauses.size()), condition));
      }
    }
    return clauses;
  }

  private Member ofClass(Declared bare) {
    Operation operation = all.operation(STATIC);
    Scope entry = new Scope(Programs.names(operation.parameters()), List.of(), List.of());
    List<Thrown> exceptions =
        draw.chance(50)
            ? new Exceptions(draw).of(bare.name() + STATIC, entry, entry.afterwards(List.of()))
            : List.of();
    List<Statement> body = new ArrayList<>();
    new Exceptions(draw).heeding(exceptions).ifPresent(body::add);
    Expressions expressions = new Expressions(draw, entry);
    if (draw.chance(20)) {
      body.add(new Statement.ThrowIf(expressions.condition(1), new Exceptions(draw).any()));
    }
    body.add(new Statement.Return(expressions.of(Type.INT, 1)));
    return new Member(
        STATIC,
        few(bare, operation, "r", entry, 60),
        few(bare, operation, "e", entry.afterwards(result(operation)), 60),
        exceptions,
        true,
        body);
  }

  private List<Constructor> constructors(Declared bare) {
    boolean isFirstOwn = draw.chance(30);
    boolean isSecondOwn = !isFirstOwn && draw.chance(30);
    Constructor none = bare.whole().constructor(0);
    Constructor one = bare.whole().constructor(1);
    return List.of(
        constructor(bare, none, isFirstOwn ? Optional.of(own(List.of(literal()))) : above(bare)),
        constructor(bare, one, isSecondOwn ? Optional.of(own(List.of())) : above(bare)));
  }

  private static Chain own(List<Expression> arguments) {
    return new Chain(true, arguments);
  }

  private Optional<Chain> above(Declared bare) {
    boolean isPossible =
        bare.superclass()
            .filter(name -> !all.type(name).whole().constructors().isEmpty())
            .isPresent();
    return isPossible && draw.chance(60)
        ? Optional.of(new Chain(false, draw.chance(70) ? List.of(literal()) : List.of()))
        : Optional.empty();
  }

  private Expression literal() {
    return number(draw.between(-2, 6));
  }

  private Constructor constructor(Declared bare, Constructor empty, Optional<Chain> chain) {
    List<Parameter> parameters = empty.parameters();
    String number = "new" + parameters.size();
    Operation named = new Operation(number, Type.VOID, parameters, false, false, false);
    Scope entry = new Scope(Programs.names(parameters), List.of(), List.of());
    Scope after = new Scope(seen(parameters), List.of(), Programs.names(parameters));
    boolean isChecked = draw.chance(40);
    Member member =
        new Member(
            Whole.MAKING,
            isChecked ? few(bare, named, "r", entry, 50) : List.of(),
            isChecked ? few(bare, named, "e", after, 50) : List.of(),
            List.of(),
            true,
            new Doings(draw, all).making(bare, parameters));
    return new Constructor(parameters, chain, member);
  }
}
