package dev.tenon.reference;

import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Conditional;
import dev.tenon.reference.Expression.Field;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Made;
import dev.tenon.reference.Expression.Name;
import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Shape;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Random bodies of objects that call each other. An operation calls later ones, and constructors
 * the last one, so that there is an end.
 *
 * @param all the types, what is in them does not matter
 */
record Doings(Draw draw, Hierarchy all) {

  private static final Field BALANCE = new Field(Type.INT, "balance");
  private static final Field KEPT = new Field(Type.CELL, "kept");

  /** A body of an operation. */
  List<Statement> of(Declared type, Operation operation) {
    Expressions expressions = expressions(type, operation.parameters());
    List<Statement> body = new ArrayList<>();
    int count = draw.of(List.of(0, 1, 1, 2, 2, 3));
    for (int i = 0; i < count; i++) {
      step(type, operation, expressions, body);
    }
    if (operation.result() != Type.VOID) {
      body.add(new Statement.Return(value(expressions, operation.result())));
    }
    return body;
  }

  /** A body of a constructor. */
  List<Statement> making(Declared type, List<Parameter> parameters) {
    Expressions expressions = expressions(type, parameters);
    List<Statement> body = new ArrayList<>();
    int count = draw.of(List.of(0, 0, 1, 1, 2, 3));
    for (int i = 0; i < count; i++) {
      int kind = draw.below(100);
      if (kind < 40) {
        body.add(set(expressions));
      } else if (kind < 60) {
        brokenAround(expressions, self(last(), expressions), body);
      } else if (kind < 75) {
        given(type, expressions, body);
      } else if (kind < 85) {
        aside(type, List.of(last()), earlier(type), expressions)
            .ifPresent(call -> brokenAround(expressions, call, body));
      } else if (kind < 92) {
        made(earlier(type), expressions).ifPresent(body::add);
      } else {
        body.add(failure(expressions));
      }
    }
    return body;
  }

  private Expressions expressions(Declared type, List<Parameter> parameters) {
    List<Expression> atoms = new ArrayList<>(Programs.names(parameters));
    if (type.shape() != Shape.INTERFACE) {
      atoms.add(BALANCE);
      atoms.add(KEPT);
    }
    return new Expressions(draw, new Scope(atoms, List.of(), List.of()));
  }

  private void step(
      Declared type, Operation operation, Expressions expressions, List<Statement> body) {
    List<Operation> later = later(operation);
    int kind = draw.below(100);
    if (kind < 30) {
      if (type.shape() != Shape.INTERFACE) {
        body.add(set(expressions));
      }
    } else if (kind < 48) {
      List<Operation> known =
          later.stream().filter(other -> all.knows(type.name(), other.name())).toList();
      if (!known.isEmpty() && isDeclared(type, known.get(0))) {
        around(type, expressions, self(draw.of(known.subList(0, 1)), expressions), body);
      }
    } else if (kind < 58) {
      above(type, operation).ifPresent(method -> body.add(call(method, operation, expressions)));
    } else if (kind < 85) {
      aside(type, later, all.types(), expressions)
          .ifPresent(call -> around(type, expressions, call, body));
    } else if (kind < 92 && !later.isEmpty()) {
      made(all.types(), expressions).ifPresent(call -> around(type, expressions, call, body));
    } else {
      body.add(failure(expressions));
    }
  }

  /** Whether a body of the type can call it: what comes after it is not declared yet. */
  private boolean isDeclared(Declared type, Operation operation) {
    return type.shape() != Shape.INTERFACE || all.knows(type.name(), operation.name());
  }

  private Operation last() {
    return all.operations().get(all.operations().size() - 2);
  }

  private List<Operation> later(Operation operation) {
    int number = all.operations().indexOf(operation);
    return all.operations().subList(number + 1, all.operations().size() - 1);
  }

  /** Those whose constructors cannot lead back here. */
  private List<Declared> earlier(Declared type) {
    int number = 0;
    while (!all.types().get(number).name().equals(type.name())) {
      number++;
    }
    return all.types().subList(0, number);
  }

  private Statement set(Expressions expressions) {
    if (draw.chance(20)) {
      return new Statement.SetField(KEPT, cell());
    }
    Expression value = draw.chance(55) ? number(draw.between(-2, 8)) : expressions.of(Type.INT, 1);
    return new Statement.SetField(BALANCE, value);
  }

  private Expression cell() {
    Literal nothing = new Literal(Type.CELL, null);
    return draw.chance(30)
        ? nothing
        : new Made(Type.CELL, List.of(number(draw.between(-1, 4)), nothing));
  }

  private static Literal number(int value) {
    return new Literal(Type.INT, value);
  }

  private Expression value(Expressions expressions, Type type) {
    Expression value = draw.chance(60) ? expressions.of(type, 1) : expressions.argument(type);
    // A getter that invariants may call keeps none: it changes nothing.
    return mayGiveField(value) ? new Binary("+", value, number(0)) : value;
  }

  /** The compiler decides a condition of constants. */
  private static boolean mayGiveField(Expression value) {
    return value instanceof Field
        || (value instanceof Conditional either
            && (mayGiveField(either.yes()) || mayGiveField(either.no())));
  }

  private void around(
      Declared type, Expressions expressions, Statement call, List<Statement> body) {
    if (type.shape() == Shape.INTERFACE) {
      body.add(call);
    } else {
      brokenAround(expressions, call, body);
    }
  }

  /** Often the object is no longer what it was before a call, and mostly it is so again after. */
  private void brokenAround(Expressions expressions, Statement call, List<Statement> body) {
    boolean isBroken = draw.chance(55);
    if (isBroken) {
      body.add(new Statement.SetField(BALANCE, number(draw.of(List.of(-3, -1, 0, 9)))));
    }
    body.add(call);
    if (isBroken && draw.chance(75)) {
      body.add(new Statement.SetField(BALANCE, number(draw.of(List.of(1, 1, 2)))));
    }
  }

  private Statement failure(Expressions expressions) {
    return new Statement.ThrowIf(expressions.condition(1), new Exceptions(draw).any());
  }

  private Statement self(Operation operation, Expressions expressions) {
    return new Statement.Self(operation.name(), arguments(operation, expressions));
  }

  private Statement call(String method, Operation operation, Expressions expressions) {
    return new Statement.Call(method, arguments(operation, expressions));
  }

  private List<Expression> arguments(Operation operation, Expressions expressions) {
    return operation.parameters().isEmpty()
        ? List.of()
        : List.of(draw.chance(50) ? number(draw.between(-2, 6)) : expressions.of(Type.INT, 0));
  }

  private Optional<String> above(Declared type, Operation operation) {
    return type.superclass()
        .flatMap(superclass -> all.body(superclass, operation.name()))
        .map(owned -> "super." + operation.name());
  }

  /** A call of an object behind a handle. */
  private Optional<Statement> aside(
      Declared type,
      List<Operation> operations,
      List<Declared> suppliers,
      Expressions expressions) {
    List<Integer> handles = new ArrayList<>();
    for (int i = 0; i < all.handles().size(); i++) {
      String supplier = all.suppliers().get(all.handles().get(i).supplier()).type();
      if (suppliers.stream().anyMatch(each -> each.name().equals(supplier))) {
        handles.add(i);
      }
    }
    return handles.isEmpty()
        ? Optional.empty()
        : aside(type, operations, draw.of(handles), expressions);
  }

  private Optional<Statement> aside(
      Declared type, List<Operation> operations, int handle, Expressions expressions) {
    String view = all.handles().get(handle).view();
    List<Operation> known =
        operations.stream().filter(operation -> all.knows(view, operation.name())).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Operation operation = draw.of(known);
    String through = draw.of(List.of("", Aside.RELAY, Aside.RELAY, HierarchySource.inner(type)));
    return Optional.of(
        call(new Aside(through, handle, operation.name()).method(), operation, expressions));
  }

  /** The object gives itself away before it is made, and is called back. */
  private void given(Declared type, Expressions expressions, List<Statement> body) {
    for (int i = 0; i < all.suppliers().size(); i++) {
      if (all.suppliers().get(i).type().equals(type.name())) {
        body.add(
            new Statement.Call(
                HierarchyInterpreter.KEEP + i, List.of(new Name(Type.OBJECT, "this"))));
        aside(type, List.of(last()), i, expressions)
            .ifPresent(call -> brokenAround(expressions, call, body));
        return;
      }
    }
  }

  private Optional<Statement> made(List<Declared> types, Expressions expressions) {
    List<Declared> classes = types.stream().filter(each -> each.shape() == Shape.CLASS).toList();
    if (classes.isEmpty()) {
      return Optional.empty();
    }
    Declared made = draw.of(classes);
    boolean hasArgument = !made.whole().constructors().isEmpty() && draw.chance(60);
    List<Expression> arguments = hasArgument ? List.of(expressions.of(Type.INT, 0)) : List.of();
    return Optional.of(new Statement.Call("new " + made.name(), arguments));
  }
}
