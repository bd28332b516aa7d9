package dev.tenon.reference;

import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Field;
import dev.tenon.reference.Expression.Name;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Random operations of one program. */
final class Operations {

  private static final List<String> EXCEPTIONS =
      List.of(
          "java.lang.IllegalStateException",
          "java.lang.UnsupportedOperationException",
          "java.lang.Error");

  private final Draw draw;
  private final List<Program.Variable> fields;
  private final List<Expression> constants = new ArrayList<>();
  private final List<Scope.Function> functions = new ArrayList<>();

  Operations(
      Draw draw,
      List<Program.Variable> fields,
      List<Program.Constant> constants,
      List<Program.Helper> helpers) {
    this.draw = draw;
    this.fields = fields;
    constants.forEach(constant -> this.constants.add(new Name(constant.type(), constant.name())));
    helpers.forEach(
        helper ->
            functions.add(new Scope.Function(helper.name(), helper.type(), helper.parameters())));
  }

  /** A query for each field, and sometimes one that computes. */
  List<Operation> queries() {
    List<Operation> queries = new ArrayList<>();
    if (draw.chance(50)) {
      List<Parameter> parameters = List.of(new Parameter(Type.INT, "n"));
      queries.add(
          query(
              "quota",
              Type.INT,
              parameters,
              new Expressions(draw, inBody(parameters)).of(Type.INT, 2)));
      functions.add(new Scope.Function("quota", Type.INT, parameters));
    }
    for (Program.Variable field : fields) {
      queries.add(
          query(field.name(), field.type(), List.of(), new Field(field.type(), field.name())));
    }
    return queries;
  }

  private Operation query(String name, Type type, List<Parameter> parameters, Expression value) {
    boolean isPure = draw.chance(40);
    List<Statement> body = List.of(new Statement.Return(value));
    if (isPure || draw.chance(70)) {
      return new Operation(name, type, parameters, true, isPure, List.of(), List.of(), body);
    }
    return withClauses(name, type, parameters, true, body, List.of());
  }

  /** An operation whose body may call those given. */
  Operation operation(
      String name, Type type, List<Parameter> parameters, List<Operation> callable) {
    List<Statement> body = new ArrayList<>();
    List<Expression> kept = new ArrayList<>();
    Expressions expressions = new Expressions(draw, inBody(parameters));
    boolean isUnchanged = true;
    int count = draw.of(List.of(0, 1, 1, 2, 3));
    for (int i = 0; i < count; i++) {
      Statement statement = statement(expressions, parameters, callable);
      if (isUnchanged && statement instanceof Statement.SetField set && isNumber(set.field())) {
        kept.add(keeps(set.field(), set.value(), parameters));
      }
      isUnchanged = false;
      body.add(statement);
    }
    if (type != Type.VOID) {
      Expression value = draw.chance(70) ? expressions.of(type, 1) : expressions.argument(type);
      body.add(new Statement.Return(value));
      if (isUnchanged && (type == Type.INT || type == Type.LONG)) {
        kept.add(new Binary("==", new Name(type, "result"), old(value)));
      }
    }
    return withClauses(name, type, parameters, false, body, kept);
  }

  private static boolean isNumber(Field field) {
    return field.type() == Type.INT || field.type() == Type.LONG;
  }

  private Expression keeps(Field field, Expression value, List<Parameter> parameters) {
    return new Binary(
        "==", new Expression.Query(field.type(), field.name(), List.of()), old(value));
  }

  /** What a body computes first, said over the queries of the seam at entry. */
  private static Expression old(Expression inBody) {
    Expression said = Rewritten.withQueries(inBody);
    return said instanceof Expression.Literal ? said : new Old(said);
  }

  private Statement statement(
      Expressions expressions, List<Parameter> parameters, List<Operation> callable) {
    int kind = draw.below(100);
    if (kind < 20 && !callable.isEmpty()) {
      Operation called = draw.of(callable);
      List<Expression> arguments = new ArrayList<>();
      for (Parameter parameter : called.parameters()) {
        arguments.add(
            draw.chance(60)
                ? expressions.of(parameter.type(), 1)
                : expressions.argument(parameter.type()));
      }
      return new Statement.Self(called.name(), arguments);
    }
    if (kind < 30 && !parameters.isEmpty()) {
      Parameter parameter = draw.of(parameters);
      Name name = new Name(parameter.type(), parameter.name());
      return new Statement.SetParameter(name, expressions.argument(parameter.type()));
    }
    List<Expression> cells = expressions.scope().atoms(Type.CELL);
    if (kind < 38 && !cells.isEmpty()) {
      return new Statement.SetCell(draw.of(cells), expressions.of(Type.INT, 1));
    }
    if (kind < 52) {
      return new Statement.ThrowIf(expressions.condition(1), draw.of(EXCEPTIONS));
    }
    Program.Variable field = draw.of(fields);
    Expression value =
        field.type() == Type.CELL && draw.chance(50)
            ? expressions.argument(Type.CELL)
            : expressions.of(field.type(), 1);
    return new Statement.SetField(new Field(field.type(), field.name()), value);
  }

  private Operation withClauses(
      String name,
      Type type,
      List<Parameter> parameters,
      boolean isQuery,
      List<Statement> body,
      List<Expression> kept) {
    Scope entry = atEntry(parameters);
    List<Expression> result = type == Type.VOID ? List.of() : List.of(new Name(type, "result"));
    Clauses clauses = new Clauses(draw);
    Set<String> texts = new LinkedHashSet<>();
    List<Clause> requires = named(clauses.requires(entry), texts);
    List<Clause> ensures = named(clauses.ensures(entry.afterwards(result), kept), texts);
    return new Operation(name, type, parameters, isQuery, false, requires, ensures, body);
  }

  /** Two equal texts on one operation are an error of the user's: the second is left out. */
  private static List<Clause> named(List<Expression> conditions, Set<String> texts) {
    List<Clause> clauses = new ArrayList<>();
    for (Expression condition : conditions) {
      int number = texts.size();
      if (texts.add(JavaText.of(condition))) {
        clauses.add(new Clause("c" + number, condition));
      }
    }
    return clauses;
  }

  private Scope atEntry(List<Parameter> parameters) {
    List<Expression> atoms = new ArrayList<>(Programs.names(parameters));
    atoms.addAll(Programs.queries(fields));
    atoms.addAll(constants);
    return new Scope(atoms, functions, List.of());
  }

  /** A class does not inherit the static methods of its interfaces. */
  private static Scope.Function qualified(Scope.Function function) {
    boolean isHelper = function.name().startsWith("helper");
    String name = isHelper ? "Gate." + function.name() : function.name();
    return new Scope.Function(name, function.type(), function.parameters());
  }

  private Scope inBody(List<Parameter> parameters) {
    List<Expression> atoms = new ArrayList<>(Programs.names(parameters));
    atoms.addAll(Programs.fields(fields));
    return new Scope(atoms, functions.stream().map(Operations::qualified).toList(), List.of());
  }
}
