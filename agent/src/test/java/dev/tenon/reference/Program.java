package dev.tenon.reference;

import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Interpreter.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A seam, its one supplier, and what a client does with it.
 *
 * @param name the package that it stands in
 * @param form how its types are declared
 * @param constants the constants of the seam
 * @param helpers the static methods of the seam
 * @param fields the state of the supplier, with the values at the start
 * @param operations the operations, the queries first
 * @param rules the modes at the start
 * @param steps what the client does
 * @param clientele the clients in packages of their own
 */
record Program(
    String name,
    Form form,
    List<Constant> constants,
    List<Helper> helpers,
    List<Variable> fields,
    List<Operation> operations,
    List<Rule> rules,
    List<Step> steps,
    Clientele clientele)
    implements Specimen {

  /** One whose only client stands beside the seam and assumes nothing. */
  Program(
      String name,
      Form form,
      List<Constant> constants,
      List<Helper> helpers,
      List<Variable> fields,
      List<Operation> operations,
      List<Rule> rules,
      List<Step> steps) {
    this(name, form, constants, helpers, fields, operations, rules, steps, Clientele.NONE);
  }

  /** Where the seam and the supplier stand. */
  enum Form {
    PUBLIC,
    PACKAGE_PRIVATE,
    NESTED
  }

  /** The mode of a clause, as the policy's. */
  enum Mode {
    OFF,
    OBSERVE,
    ENFORCE
  }

  record Constant(Type type, String name, Literal value) {}

  record Parameter(Type type, String name) {}

  record Variable(Type type, String name, Literal start) {}

  record Helper(String name, Type type, List<Parameter> parameters, Expression body) {}

  record Clause(String name, Expression condition) {}

  /** A query changes nothing and is called from clauses; one that is pure has no clauses. */
  record Operation(
      String name,
      Type type,
      List<Parameter> parameters,
      boolean isQuery,
      boolean isPure,
      List<Clause> requires,
      List<Clause> ensures,
      List<Thrown> exceptions,
      List<Statement> body) {

    Operation(
        String name,
        Type type,
        List<Parameter> parameters,
        boolean isQuery,
        boolean isPure,
        List<Clause> requires,
        List<Clause> ensures,
        List<Statement> body) {
      this(name, type, parameters, isQuery, isPure, requires, ensures, List.of(), body);
    }

    boolean hasClauses() {
      return !requires.isEmpty() || !ensures.isEmpty() || !exceptions.isEmpty();
    }

    /** The names of its clauses; an exception clause and what it promises have the same. */
    List<String> clauses() {
      List<String> names = new ArrayList<>();
      requires.forEach(clause -> names.add(clause.name()));
      ensures.forEach(clause -> names.add(clause.name()));
      exceptions.forEach(clause -> names.add(clause.name()));
      return names;
    }
  }

  /**
   * A mode for the seam, one of its operations, or a clause of that: empty for all.
   *
   * @param of the view that it is about; empty for the seam
   */
  record Rule(String of, String operation, String clause, Mode mode) {

    /** About the seam. */
    Rule(String operation, String clause, Mode mode) {
      this("", operation, clause, mode);
    }

    String suffix() {
      return (operation.isEmpty() ? "" : "." + operation) + (clause.isEmpty() ? "" : "#" + clause);
    }

    int specificity() {
      return (operation.isEmpty() ? 0 : 1) + (clause.isEmpty() ? 0 : 1);
    }

    boolean isFor(String otherOperation, String otherClause) {
      return (operation.isEmpty() || operation.equals(otherOperation))
          && (clause.isEmpty() || clause.equals(otherClause));
    }
  }

  /** What a body does. */
  sealed interface Statement {

    record SetField(Expression.Field field, Expression value) implements Statement {}

    record SetParameter(Expression.Name parameter, Expression value) implements Statement {}

    record SetCell(Expression cell, Expression value) implements Statement {}

    record ThrowIf(Expression condition, String exception) implements Statement {}

    record Self(String operation, List<Expression> arguments) implements Statement {}

    /** A call as it stands: of what its own method overrides, or on another object. */
    record Call(String method, List<Expression> arguments) implements Statement {}

    /** A change of modes while calls are under way. */
    record Switch(String pattern, Rule rule) implements Statement {

      /** What takes the rule, as the method of a call. */
      static final String CALL = "Seams.policy().mode";
    }

    record Return(Expression value) implements Statement {}
  }

  /** What the client does. */
  sealed interface Step {

    /**
     * A call.
     *
     * @param through the clients that it goes through, the last of which calls the supplier; the
     *     one beside the seam when there are none
     * @param times how often it is made at the same place; what it throws is caught if more than
     *     once
     */
    record Call(List<Integer> through, int times, String operation, List<Expression> arguments)
        implements Step {

      Call(String operation, List<Expression> arguments) {
        this(List.of(), 1, operation, arguments);
      }
    }

    record Switch(Rule rule) implements Step {}
  }

  @Override
  public List<String> modes() {
    return JavaSource.settings(this);
  }

  @Override
  public Map<String, String> sources() {
    return JavaSource.of(this);
  }

  @Override
  public List<Happening> expected(Door door) {
    return Interpreter.run(this, door);
  }

  @Override
  public boolean isSwitch(int step) {
    return steps.get(step) instanceof Step.Switch;
  }

  @Override
  public String way(int step) {
    return steps.get(step) instanceof Step.Call call ? clientele.way(call) : "";
  }

  /** The binary name of the seam. */
  String seam() {
    return name + (form == Form.NESTED ? ".Play$Gate" : ".Gate");
  }

  /** The binary name of the supplier. */
  String supplier() {
    return name + (form == Form.NESTED ? ".Play$Keeper" : ".Keeper");
  }

  /** The binary name of the client. */
  String client() {
    return name + ".Play";
  }

  Operation operation(String wanted) {
    return operations.stream()
        .filter(operation -> operation.name().equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the seam has a contract. */
  boolean hasClauses() {
    return operations.stream().anyMatch(Operation::hasClauses);
  }

  /** What a rule is about, as a pattern. */
  String pattern(Rule rule) {
    return (rule.of().isEmpty() ? seam() : name + "." + rule.of()) + rule.suffix();
  }
}
