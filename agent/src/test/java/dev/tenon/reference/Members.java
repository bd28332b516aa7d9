package dev.tenon.reference;

import dev.tenon.reference.Expression.Field;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Name;
import dev.tenon.reference.Expression.Query;
import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Member;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Owned;
import dev.tenon.reference.Hierarchy.Shape;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Random members of one type.
 *
 * @param above what the type stands in, itself as the last of the types
 */
record Members(Draw draw, Hierarchy above) {

  List<Member> of(Declared type) {
    List<Member> members = new ArrayList<>();
    for (Operation operation : above.operations()) {
      boolean isKnown = above.knows(type.name(), operation.name());
      boolean hasBody = above.body(type.name(), operation.name()).isPresent();
      boolean isRoot = type.parents().isEmpty();
      boolean isWanted = draw.chance(isRoot ? 85 : 45);
      boolean isMissing = type.shape() == Shape.CLASS && isKnown && !hasBody;
      if (isMissing || clashes(type, operation) || (isWanted && (isKnown || isRoot))) {
        members.add(member(type, operation));
      }
    }
    return members;
  }

  /** The class behind JDK proxies that do the work themselves. */
  Declared worker() {
    Declared bare =
        new Declared(
            Hierarchy.WORKER,
            Shape.CLASS,
            false,
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            Whole.NONE);
    Members members = new Members(draw, above);
    List<Member> all =
        above.operations().stream()
            .map(
                operation ->
                    new Member(
                        operation.name(),
                        List.of(),
                        List.of(),
                        List.of(),
                        true,
                        members.body(bare, operation, false)))
            .toList();
    return new Declared(
        Hierarchy.WORKER, Shape.CLASS, false, false, Optional.empty(), List.of(), all, Whole.NONE);
  }

  /** What a lambda does: it has no object. */
  List<Statement> ofLambda(Operation operation) {
    Scope scope = new Scope(Programs.names(operation.parameters()), List.of(), List.of());
    Expressions expressions = new Expressions(draw, scope);
    List<Statement> body = new ArrayList<>();
    if (draw.chance(40)) {
      body.add(new Statement.ThrowIf(expressions.condition(1), new Exceptions(draw).any()));
    }
    if (operation.result() != Type.VOID) {
      body.add(new Statement.Return(value(expressions, operation.result())));
    }
    return body;
  }

  /** Whether Java wants an override, since what is inherited is not of one mind. */
  private boolean clashes(Declared type, Operation operation) {
    List<Owned> special = above.mostSpecial(above.lineage(type.name()), operation.name());
    List<Owned> inherited = above.inherited(type.name(), operation.name());
    boolean areWide = inherited.stream().anyMatch(owned -> isObject(owned.type(), operation));
    boolean areNarrow = special.stream().anyMatch(owned -> !isObject(owned.type(), operation));
    boolean isOfClass =
        inherited.stream().anyMatch(owned -> owned.type().shape() != Shape.INTERFACE);
    if (isOfClass) {
      return areWide && areNarrow;
    }
    return inherited.size() > 1
        && (inherited.stream().anyMatch(owned -> owned.member().hasBody())
            || (areWide && areNarrow)
            // javac finds a call of both ambiguous, although they are the same.
            || inherited.stream().map(owned -> owned.type().isGeneric()).distinct().count() > 1);
  }

  private static boolean isObject(Declared type, Operation operation) {
    return operation.isResultWide() && type.isWide();
  }

  private Member member(Declared type, Operation operation) {
    boolean hasBody =
        switch (type.shape()) {
          case CLASS -> true;
          case ABSTRACT -> draw.chance(70);
          // With no state an interface is to be one that a lambda can be.
          case INTERFACE -> draw.chance(above.hasState() ? 25 : isLast(operation) ? 60 : 8);
        };
    int chance = type.shape() == Shape.INTERFACE ? 75 : 40;
    if (!draw.chance(chance)) {
      List<Statement> body = hasBody ? heeding(type, operation, List.of()) : List.of();
      return new Member(operation.name(), List.of(), List.of(), List.of(), hasBody, body);
    }
    Scope entry = new Scope(seen(type, operation, false), List.of(), List.of());
    Type result = operation.resultIn(type);
    List<Expression> results =
        result == Type.VOID ? List.of() : List.of(new Name(result, "result"));
    Clauses clauses = new Clauses(draw);
    Set<String> texts = new LinkedHashSet<>();
    List<Expression> requires = few(clauses.requires(entry));
    List<Expression> ensures = few(clauses.ensures(entry.afterwards(results), List.of()));
    if (draw.chance(30)) {
      repeated(type, operation).ifPresent(requires::add);
    }
    List<Thrown> exceptions =
        draw.chance(50)
            ? new Exceptions(draw).of(type.name(), entry, entry.afterwards(List.of()))
            : List.of();
    return new Member(
        operation.name(),
        named(type, requires, texts),
        named(type, ensures, texts),
        exceptions,
        hasBody,
        hasBody ? heeding(type, operation, exceptions) : List.of());
  }

  /** A body that begins with what some exception clause says, of its own or of a supertype. */
  private List<Statement> heeding(Declared type, Operation operation, List<Thrown> own) {
    List<Thrown> clauses = new ArrayList<>(own);
    above.lineage(type.name()).stream()
        .filter(other -> other.isGeneric() == type.isGeneric())
        .flatMap(other -> other.member(operation.name()).stream())
        .forEach(member -> clauses.addAll(member.exceptions()));
    List<Statement> body = new ArrayList<>();
    new Exceptions(draw).heeding(clauses).ifPresent(body::add);
    body.addAll(body(type, operation, true));
    return body;
  }

  private boolean isLast(Operation operation) {
    return above.operations().size() > 1
        && above.operations().indexOf(operation) == above.operations().size() - 1;
  }

  private List<Expression> few(List<Expression> conditions) {
    int most = draw.of(List.of(0, 1, 1, 2, 4));
    return new ArrayList<>(conditions.subList(0, Math.min(most, conditions.size())));
  }

  /** The precondition of a supertype: an implementation may say it again. */
  private Optional<Expression> repeated(Declared type, Operation operation) {
    List<Expression> conditions =
        above.lineage(type.name()).stream()
            .filter(other -> other.isGeneric() == type.isGeneric())
            .flatMap(other -> other.member(operation.name()).stream())
            .flatMap(member -> member.requires().stream())
            .map(Clause::condition)
            .toList();
    return conditions.isEmpty() ? Optional.empty() : Optional.of(draw.of(conditions));
  }

  /** Named so that a name tells the type; two equal texts are an error of the user's. */
  private static List<Clause> named(Declared type, List<Expression> conditions, Set<String> texts) {
    List<Clause> clauses = new ArrayList<>();
    for (Expression condition : conditions) {
      int number = texts.size();
      if (texts.add(JavaText.of(condition))) {
        clauses.add(new Clause(type.name().toLowerCase(java.util.Locale.ROOT) + number, condition));
      }
    }
    return clauses;
  }

  /** What an expression may name: in bodies of classes the fields, else the queries. */
  private List<Expression> seen(Declared type, Operation operation, boolean inBody) {
    List<Expression> atoms = new ArrayList<>(Programs.names(operation.parametersIn(type)));
    if (above.hasState()) {
      boolean areFields = inBody && type.shape() != Shape.INTERFACE;
      atoms.add(state(Type.INT, "balance", areFields));
      atoms.add(state(Type.CELL, "kept", areFields));
    }
    return atoms;
  }

  private static Expression state(Type type, String name, boolean isField) {
    return isField ? new Field(type, name) : new Query(type, name, List.of());
  }

  private List<Statement> body(Declared type, Operation operation, boolean mayCall) {
    Expressions expressions =
        new Expressions(draw, new Scope(seen(type, operation, true), List.of(), List.of()));
    List<Statement> body = new ArrayList<>();
    int count = draw.of(List.of(0, 1, 1, 2, 3));
    for (int i = 0; i < count; i++) {
      statement(type, operation, expressions, mayCall).ifPresent(body::add);
    }
    if (operation.result() != Type.VOID) {
      body.add(new Statement.Return(result(type, operation, expressions, mayCall)));
    }
    return body;
  }

  private Optional<Statement> statement(
      Declared type, Operation operation, Expressions expressions, boolean mayCall) {
    int kind = draw.below(100);
    if (kind < 25 && mayCall) {
      return self(type, operation, expressions);
    }
    if (kind < 45 && mayCall) {
      return above(type, operation)
          .map(method -> new Statement.Call(method, arguments(type, type, operation, expressions)));
    }
    if (kind < 55 && !operation.parameters().isEmpty()) {
      Parameter parameter = draw.of(operation.parametersIn(type));
      Name name = new Name(parameter.type(), parameter.name());
      return Optional.of(new Statement.SetParameter(name, value(expressions, parameter.type())));
    }
    List<Expression> cells = expressions.scope().atoms(Type.CELL);
    if (kind < 62 && !cells.isEmpty()) {
      return Optional.of(new Statement.SetCell(draw.of(cells), expressions.of(Type.INT, 1)));
    }
    if (kind < 72) {
      return Optional.of(
          new Statement.ThrowIf(expressions.condition(1), new Exceptions(draw).any()));
    }
    if (!above.hasState() || type.shape() == Shape.INTERFACE) {
      return Optional.empty();
    }
    Field field = draw.chance(70) ? new Field(Type.INT, "balance") : new Field(Type.CELL, "kept");
    return Optional.of(new Statement.SetField(field, value(expressions, field.type())));
  }

  /** A call through this, of a later operation, so that there is an end. */
  private Optional<Statement> self(Declared type, Operation operation, Expressions expressions) {
    List<Operation> later =
        above
            .operations()
            .subList(above.operations().indexOf(operation) + 1, above.operations().size());
    return later.stream()
        .filter(other -> above.knows(type.name(), other.name()))
        .findFirst()
        .map(other -> new Statement.Self(other.name(), arguments(type, type, other, expressions)));
  }

  private List<Expression> arguments(
      Declared type, Declared caller, Operation called, Expressions expressions) {
    List<Expression> arguments = new ArrayList<>();
    for (Parameter parameter : called.parametersIn(type)) {
      List<Expression> same =
          expressions.scope().atoms(parameter.type()).stream()
              .filter(atom -> atom.equals(new Name(parameter.type(), parameter.name())))
              .toList();
      arguments.add(
          !same.isEmpty() && draw.chance(60) ? same.get(0) : value(expressions, parameter.type()));
    }
    return arguments;
  }

  /**
   * How a body names what it overrides.
   *
   * <p>Left out: a super call of another operation than its own.
   */
  private Optional<String> above(Declared type, Operation operation) {
    if (type.superclass().isPresent()) {
      String superclass = type.superclass().get();
      return above.body(superclass, operation.name()).map(owned -> "super." + operation.name());
    }
    if (type.interfaces().size() != 1) {
      return Optional.empty();
    }
    String parent = type.interfaces().get(0);
    return above.body(parent, operation.name()).map(owned -> parent + ".super." + operation.name());
  }

  private Expression result(
      Declared type, Operation operation, Expressions expressions, boolean mayCall) {
    boolean isVariable = operation.isResultGeneric() && type.isGeneric();
    Optional<String> method = above(type, operation);
    if (mayCall && method.isPresent() && draw.chance(45) && isSame(type, operation)) {
      return new Query(
          operation.resultIn(type), method.get(), arguments(type, type, operation, expressions));
    }
    return value(expressions, isVariable ? Type.OBJECT : operation.result());
  }

  /** Whether what is above gives what this type gives. */
  private boolean isSame(Declared type, Operation operation) {
    return isObject(type, operation)
        || above.lineage(type.name()).stream()
            .noneMatch(
                other -> other.member(operation.name()).isPresent() && isObject(other, operation));
  }

  private Expression value(Expressions expressions, Type type) {
    if (type == Type.OBJECT) {
      List<Expression> atoms = expressions.scope().atoms(type);
      return atoms.isEmpty() ? new Literal(type, null) : draw.of(atoms);
    }
    return draw.chance(60) ? expressions.of(type, 1) : expressions.argument(type);
  }
}
