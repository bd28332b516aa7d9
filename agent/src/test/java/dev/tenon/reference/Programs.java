package dev.tenon.reference;

import dev.tenon.reference.Expression.Field;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Name;
import dev.tenon.reference.Expression.Query;
import dev.tenon.reference.Program.Constant;
import dev.tenon.reference.Program.Form;
import dev.tenon.reference.Program.Helper;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Rule;
import dev.tenon.reference.Program.Step;
import dev.tenon.reference.Program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random programs: the same seed gives the same one. */
final class Programs {

  private static final List<Type> PARAMETERS =
      List.of(
          Type.INT,
          Type.INT,
          Type.LONG,
          Type.BOOLEAN,
          Type.STRING,
          Type.INTEGER,
          Type.CELL,
          Type.CELL,
          Type.PAIR);
  private static final List<Type> RESULTS =
      List.of(
          Type.VOID,
          Type.INT,
          Type.INT,
          Type.LONG,
          Type.BOOLEAN,
          Type.STRING,
          Type.INTEGER,
          Type.CELL,
          Type.PAIR);
  static final List<Mode> MODES =
      List.of(
          Mode.ENFORCE,
          Mode.ENFORCE,
          Mode.ENFORCE,
          Mode.ENFORCE,
          Mode.OBSERVE,
          Mode.OBSERVE,
          Mode.OFF,
          Mode.OFF);

  private final Draw draw;
  private final List<Constant> constants = new ArrayList<>();
  private final List<Helper> helpers = new ArrayList<>();
  private final List<Variable> fields = new ArrayList<>();

  private Programs(Draw draw) {
    this.draw = draw;
  }

  static Program of(long seed) {
    Draw draw = new Draw(new Random(seed));
    return new Programs(draw).program("p" + Long.toString(seed).replace('-', 'm'));
  }

  /** A seam and its supplier, which nobody calls yet; what its clauses say others may say too. */
  static Program bare(Draw draw, String name) {
    Programs programs = new Programs(draw);
    programs.state();
    List<Operation> operations =
        programs.operations(
            new Operations(
                draw,
                programs.fields,
                programs.constants.stream().map(Programs::qualified).toList(),
                programs.helpers.stream().map(Programs::qualified).toList()));
    return new Program(
        name,
        Form.PUBLIC,
        programs.constants,
        programs.helpers,
        programs.fields,
        operations,
        List.of(),
        List.of());
  }

  static Constant qualified(Constant constant) {
    return new Constant(constant.type(), "Gate." + constant.name(), constant.value());
  }

  static Helper qualified(Helper helper) {
    return new Helper("Gate." + helper.name(), helper.type(), helper.parameters(), helper.body());
  }

  private Program program(String name) {
    state();
    List<Operation> operations = operations(new Operations(draw, fields, constants, helpers));
    List<Rule> rules = rules(operations);
    List<Step> steps = steps(operations);
    Form form = draw.of(List.of(Form.values()));
    return new Program(name, form, constants, helpers, fields, operations, rules, steps);
  }

  private void state() {
    Expressions literals = new Expressions(draw, new Scope(List.of(), List.of(), List.of()));
    constants.add(new Constant(Type.INT, "LIMIT", new Literal(Type.INT, draw.between(-1, 5))));
    fields.add(new Variable(Type.INT, "balance", literals.literal(Type.INT)));
    fields.add(new Variable(Type.CELL, "kept", literals.literal(Type.CELL)));
    if (draw.chance(40)) {
      fields.add(new Variable(Type.LONG, "total", literals.literal(Type.LONG)));
    }
    if (draw.chance(40)) {
      fields.add(new Variable(Type.BOOLEAN, "open", literals.literal(Type.BOOLEAN)));
    }
    int helperCount = draw.of(List.of(0, 0, 1, 2));
    for (int i = 0; i < helperCount; i++) {
      helpers.add(helper(i));
    }
  }

  private Helper helper(int number) {
    Type type = draw.of(List.of(Type.INT, Type.BOOLEAN));
    List<Parameter> parameters = List.of(new Parameter(draw.of(List.of(Type.INT, Type.CELL)), "x"));
    Scope scope = new Scope(names(parameters), List.of(), List.of());
    Expression body = new Expressions(draw, scope).of(type, 2);
    return new Helper("helper" + number, type, parameters, body);
  }

  private List<Operation> operations(Operations making) {
    List<Operation> operations = new ArrayList<>(making.queries());
    int count = draw.of(List.of(1, 1, 2, 2, 3));
    List<Operation> called = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      List<Parameter> parameters = new ArrayList<>();
      int parameterCount = draw.below(4);
      for (int p = 0; p < parameterCount; p++) {
        parameters.add(new Parameter(draw.of(PARAMETERS), "abc".substring(p, p + 1)));
      }
      Operation operation = making.operation("op" + i, draw.of(RESULTS), parameters, called);
      called.add(0, operation);
    }
    operations.addAll(called);
    return operations;
  }

  static List<Expression> names(List<Parameter> parameters) {
    List<Expression> names = new ArrayList<>();
    parameters.forEach(parameter -> names.add(new Name(parameter.type(), parameter.name())));
    return names;
  }

  static List<Expression> fields(List<Variable> fields) {
    List<Expression> names = new ArrayList<>();
    fields.forEach(field -> names.add(new Field(field.type(), field.name())));
    return names;
  }

  static List<Expression> queries(List<Variable> fields) {
    List<Expression> queries = new ArrayList<>();
    fields.forEach(field -> queries.add(new Query(field.type(), field.name(), List.of())));
    return queries;
  }

  private List<Rule> rules(List<Operation> operations) {
    List<Rule> rules = new ArrayList<>();
    if (draw.chance(40)) {
      rules.add(new Rule("", "", draw.of(MODES)));
    }
    for (Operation operation : operations) {
      if (!operation.isPure() && draw.chance(20)) {
        rules.add(new Rule(operation.name(), "", draw.of(MODES)));
      }
      int clauses = operation.requires().size() + operation.ensures().size();
      for (int i = 0; i < clauses; i++) {
        if (draw.chance(28)) {
          rules.add(new Rule(operation.name(), "c" + i, draw.of(MODES)));
        }
      }
    }
    return rules;
  }

  private List<Step> steps(List<Operation> operations) {
    List<Operation> called = new ArrayList<>(operations);
    operations.stream()
        .filter(operation -> !operation.isQuery())
        .forEach(operation -> called.addAll(List.of(operation, operation, operation)));
    Expressions literals = new Expressions(draw, new Scope(List.of(), List.of(), List.of()));
    List<Step> steps = new ArrayList<>();
    int count = draw.between(3, 8);
    for (int i = 0; i < count; i++) {
      if (draw.chance(4)) {
        steps.add(new Step.Switch(anyRule(operations)));
      }
      Operation operation = draw.of(called);
      List<Expression> arguments = new ArrayList<>();
      operation
          .parameters()
          .forEach(parameter -> arguments.add(literals.argument(parameter.type())));
      steps.add(new Step.Call(operation.name(), arguments));
    }
    return steps;
  }

  private Rule anyRule(List<Operation> operations) {
    Operation operation = draw.of(operations);
    int clauses = operation.requires().size() + operation.ensures().size();
    String clause = clauses == 0 || draw.chance(40) ? "" : "c" + draw.below(clauses);
    String name = clause.isEmpty() && draw.chance(50) ? "" : operation.name();
    return new Rule(name, clause, draw.of(MODES));
  }
}
