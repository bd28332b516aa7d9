package dev.tenon.reference;

import dev.tenon.reference.Evaluation.Captured;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Rule;
import dev.tenon.reference.Program.Step;
import dev.tenon.reference.Verdicts.Judgement;
import dev.tenon.reference.given.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What DESIGN section 2 says of each call of a program: plain, slow, and nothing of core in it.
 *
 * <p>It covers one declaration, calls of one thread, preconditions and guarantees.
 */
final class Interpreter {

  /** Which calls are handoffs: all of the supplier, or those that go through a proxy. */
  enum Door {
    WOVEN,
    PROXY
  }

  private final Program program;
  private final Door door;
  private final List<Rule> rules;
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private final List<Report> records = new ArrayList<>();

  private Interpreter(Program program, Door door) {
    this.program = program;
    this.door = door;
    this.rules = new ArrayList<>(program.rules());
    program.fields().forEach(field -> fields.put(field.name(), field.start().value()));
  }

  /** What happens, step by step. */
  static List<Happening> run(Program program, Door door) {
    Interpreter interpreter = new Interpreter(program, door);
    List<Happening> happenings = new ArrayList<>();
    for (Step step : program.steps()) {
      happenings.add(interpreter.step(step));
    }
    return happenings;
  }

  private Happening step(Step step) {
    records.clear();
    Happening.Ending ending;
    if (step instanceof Step.Switch change) {
      rules.add(change.rule());
      ending = Happening.Returned.of(null);
    } else {
      ending = ending((Step.Call) step);
    }
    String state = fields.values().stream().map(Shown::of).collect(Collectors.joining(" "));
    return new Happening(ending, List.copyOf(records), state);
  }

  private Happening.Ending ending(Step.Call call) {
    Evaluation evaluation = new Evaluation(Map.of(), Map.of(), Map.of(), this::unguarded);
    List<@Nullable Object> arguments = new ArrayList<>();
    call.arguments().forEach(argument -> arguments.add(evaluation.of(argument)));
    try {
      Operation operation = program.operation(call.operation());
      return Happening.Returned.of(handoff(operation, arguments, program.client()));
    } catch (Raised raised) {
      return raised.report() == null
          ? Happening.Threw.of(raised.type())
          : new Happening.Violated(raised.report());
    } catch (RuntimeException thrown) {
      return Happening.Threw.of(thrown.getClass().getName());
    }
  }

  /** One handoff: entry, body, exit. */
  private @Nullable Object handoff(
      Operation operation, List<@Nullable Object> arguments, String client) {
    Map<Clause, Mode> pinned = modes(operation);
    Map<String, @Nullable Object> names = names(operation.parameters(), arguments);
    List<Clause> promised = inForce(operation.ensures(), pinned);
    boolean isOwed = atEntry(operation, names, pinned, !promised.isEmpty(), client);
    Map<Old, Captured> olds = isOwed ? capture(promised, names) : Map.of();
    Object result = body(operation, arguments, door == Door.WOVEN);
    if (isOwed) {
      atExit(operation, promised, names, olds, result, pinned, client);
    }
    return result;
  }

  /** Judges the preconditions; false when the supplier owes nothing for this call. */
  private boolean atEntry(
      Operation operation,
      Map<String, @Nullable Object> names,
      Map<Clause, Mode> pinned,
      boolean areGuaranteesInForce,
      String client) {
    List<Clause> armed = inForce(operation.requires(), pinned);
    List<Clause> asked = areGuaranteesInForce ? operation.requires() : armed;
    Evaluation evaluation = new Evaluation(names, fields, Map.of(), this::unguarded);
    Verdicts verdicts = Verdicts.of(asked, evaluation, pinned);
    act(verdicts.judge(), Report.Kind.PRECONDITION, operation, client);
    return verdicts.allHeld() && areGuaranteesInForce;
  }

  private void atExit(
      Operation operation,
      List<Clause> promised,
      Map<String, @Nullable Object> names,
      Map<Old, Captured> olds,
      @Nullable Object result,
      Map<Clause, Mode> pinned,
      String client) {
    Map<String, @Nullable Object> withResult = new HashMap<>(names);
    withResult.put("result", result);
    Evaluation evaluation = new Evaluation(withResult, fields, olds, this::unguarded);
    Verdicts verdicts = Verdicts.of(promised, evaluation, pinned);
    act(verdicts.judge(), Report.Kind.GUARANTEE, operation, client);
  }

  /** A verdict is data; this is what happens then. */
  private void act(
      Optional<Judgement> judgement, Report.Kind kind, Operation operation, String client) {
    if (judgement.isEmpty()) {
      return;
    }
    Judgement found = judgement.get();
    Report report =
        Report.of(found, kind, program.seam(), operation.name(), client, program.supplier());
    records.add(report);
    if (found.isBroken() && found.mode() == Mode.ENFORCE) {
      throw new Raised("", report);
    }
  }

  private Map<Old, Captured> capture(List<Clause> promised, Map<String, @Nullable Object> names) {
    Evaluation evaluation = new Evaluation(names, fields, Map.of(), this::unguarded);
    Map<Old, Captured> olds = new HashMap<>();
    for (Clause clause : promised) {
      for (Old old : Olds.in(clause.condition())) {
        olds.put(old, captured(old, evaluation));
      }
    }
    return olds;
  }

  static Captured captured(Old old, Evaluation evaluation) {
    try {
      return new Captured(evaluation.of(old.of()), null);
    } catch (RuntimeException failure) {
      return new Captured(null, failure);
    }
  }

  private @Nullable Object body(
      Operation operation, List<@Nullable Object> arguments, boolean areSelfCallsHandoffs) {
    Evaluation.Calls calls =
        (method, values) ->
            areSelfCallsHandoffs && isOperation(method)
                ? handoff(program.operation(method), values, program.supplier())
                : unguarded(method, values);
    Map<String, @Nullable Object> variables = names(operation.parameters(), arguments);
    return new Body(new Evaluation(variables, fields, Map.of(), calls)).run(operation.body());
  }

  /** A call that is no handoff: inside a clause nothing is, and at a proxy what goes past it. */
  private @Nullable Object unguarded(String method, List<@Nullable Object> arguments) {
    if (isOperation(method)) {
      return body(program.operation(method), arguments, false);
    }
    Program.Helper helper =
        program.helpers().stream()
            .filter(h -> h.name().equals(method.replace("Gate.", "")))
            .findFirst()
            .orElseThrow();
    Map<String, @Nullable Object> names = names(helper.parameters(), arguments);
    return new Evaluation(names, Map.of(), Map.of(), this::unguarded).of(helper.body());
  }

  private boolean isOperation(String method) {
    return program.operations().stream().anyMatch(operation -> operation.name().equals(method));
  }

  private Map<String, @Nullable Object> names(
      List<Program.Parameter> parameters, List<@Nullable Object> arguments) {
    Map<String, @Nullable Object> names = new HashMap<>();
    program.constants().forEach(constant -> names.put(constant.name(), constant.value().value()));
    for (int i = 0; i < parameters.size(); i++) {
      names.put(parameters.get(i).name(), arguments.get(i));
    }
    return names;
  }

  private Map<Clause, Mode> modes(Operation operation) {
    Map<Clause, Mode> modes = new HashMap<>();
    operation.requires().forEach(clause -> modes.put(clause, mode(operation, clause)));
    operation.ensures().forEach(clause -> modes.put(clause, mode(operation, clause)));
    return modes;
  }

  private Mode mode(Operation operation, Clause clause) {
    return mode(rules, operation.name(), clause);
  }

  /** The most specific rule, of equally specific ones the last. */
  static Mode mode(List<Rule> rules, String operation, Clause clause) {
    Mode mode = Mode.ENFORCE;
    int furthest = -1;
    for (Rule rule : rules) {
      if (rule.isFor(operation, clause.name()) && rule.specificity() >= furthest) {
        mode = rule.mode();
        furthest = rule.specificity();
      }
    }
    return mode;
  }

  private static List<Clause> inForce(List<Clause> clauses, Map<Clause, Mode> modes) {
    return clauses.stream().filter(clause -> modes.get(clause) != Mode.OFF).toList();
  }
}
