package dev.tenon.reference;

import dev.tenon.reference.Clientele.Client;
import dev.tenon.reference.Clientele.View;
import dev.tenon.reference.Clientele.Wrapper;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Rule;
import dev.tenon.reference.Program.Statement;
import dev.tenon.reference.Program.Step;
import dev.tenon.reference.given.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What DESIGN section 2 says of each call of a program: plain, slow, and nothing of core in it.
 *
 * <p>It covers one declaration, what clients assume of it, calls of one thread, preconditions,
 * guarantees and exceptions.
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
  private final Records records = new Records();

  private Interpreter(Program program, Door door) {
    this.program = program;
    this.door = door;
    this.rules = new ArrayList<>(program.rules());
    program.fields().forEach(field -> fields.put(field.name(), field.start().value()));
  }

  /** Whose code calls: its name in a report, and what it assumes. */
  private record Caller(String name, List<View> views) {}

  /** What is called: the supplier, or what wraps it. */
  private record Called(String name, Optional<Wrapper> wrapper) {}

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
    records.begin();
    Happening.Ending ending;
    if (step instanceof Step.Switch change) {
      rules.add(change.rule());
      ending = Happening.Returned.of(null);
    } else {
      ending = ending((Step.Call) step);
    }
    String state = fields.values().stream().map(Shown::of).collect(Collectors.joining(" "));
    return new Happening(ending, records.all(), state);
  }

  private Happening.Ending ending(Step.Call call) {
    Evaluation evaluation = new Evaluation(Map.of(), Map.of(), Map.of(), this::unguarded);
    List<@Nullable Object> arguments = new ArrayList<>();
    call.arguments().forEach(argument -> arguments.add(evaluation.of(argument)));
    Operation operation = program.operation(call.operation());
    Optional<Client> client = program.clientele().calling(call);
    Supplier<@Nullable Object> once =
        () ->
            client.isPresent()
                ? through(client.get(), operation, arguments)
                : handoff(keeper(), operation, arguments, beside(program.client()));
    try {
      return Happening.Returned.of(call.times() == 1 ? once.get() : again(call.times(), once));
    } catch (RuntimeException thrown) {
      return records.ending(thrown);
    }
  }

  /** The same several times, each whatever the one before has thrown. */
  private static @Nullable Object again(int times, Supplier<@Nullable Object> once) {
    Object last = null;
    for (int i = 0; i < times; i++) {
      try {
        last = once.get();
      } catch (RuntimeException thrown) {
        if (isViolation(thrown) || Thrown.isError(thrown)) {
          throw thrown;
        }
        last = Raised.type(thrown);
      }
    }
    return last;
  }

  private static boolean isViolation(RuntimeException thrown) {
    return thrown instanceof Raised raised && raised.report() != null;
  }

  private Called keeper() {
    return new Called(program.supplier(), Optional.empty());
  }

  /** Who stands beside the seam and assumes nothing. */
  private static Caller beside(String name) {
    return new Caller(name, List.of());
  }

  /** A client in a package of its own calls what it was given. */
  private @Nullable Object through(
      Client client, Operation operation, List<@Nullable Object> arguments) {
    Optional<Wrapper> wrapper = program.clientele().wrapper().filter(any -> client.isWrapped());
    Called called =
        wrapper
            .map(found -> new Called(program.name() + "." + found.type(), wrapper))
            .orElse(keeper());
    Caller caller = new Caller(program.name() + "." + client.type(), client.views(door));
    return handoff(called, operation, arguments, caller);
  }

  /** One handoff: entry, body, exit. */
  private @Nullable Object handoff(
      Called called, Operation operation, List<@Nullable Object> arguments, Caller caller) {
    List<Stated> views = new ArrayList<>();
    for (View view : caller.views()) {
      view.operation(operation.name()).ifPresent(said -> views.add(stated(view.name(), said)));
    }
    String name = program.seam() + "." + operation.name();
    Handoff handoff =
        new Handoff(
            new Handoff.Parties(name, caller.name(), called.name()),
            views,
            stated("", operation),
            names(operation.parameters(), arguments),
            (names, olds) -> new Evaluation(names, fields, olds, this::unguarded),
            records);
    handoff.enter();
    Object result;
    try {
      result = body(called, operation, arguments, door == Door.WOVEN);
    } catch (RuntimeException thrown) {
      handoff.threw(thrown);
      throw thrown;
    }
    handoff.returned(result);
    return result;
  }

  private @Nullable Object body(
      Called called,
      Operation operation,
      List<@Nullable Object> arguments,
      boolean areSelfCallsHandoffs) {
    Evaluation.Calls calls =
        (method, values) ->
            areSelfCallsHandoffs && isOperation(method)
                ? handoff(called, program.operation(method), values, beside(called.name()))
                : ofBody(called, method, values);
    Map<String, @Nullable Object> variables = names(operation.parameters(), arguments);
    return new Body(new Evaluation(variables, fields, Map.of(), calls))
        .run(called.wrapper().map(w -> w.bodies().get(operation.name())).orElse(operation.body()));
  }

  /** What a body calls of others. */
  private @Nullable Object ofBody(Called called, String method, List<@Nullable Object> arguments) {
    if (method.startsWith(Wrapper.INNER)) {
      Operation operation = program.operation(method.substring(Wrapper.INNER.length()));
      List<View> views =
          called
              .wrapper()
              .flatMap(Wrapper::home)
              .map(client -> client.views(door))
              .orElse(List.of());
      return handoff(keeper(), operation, arguments, new Caller(called.name(), views));
    }
    if (method.equals(Statement.Switch.CALL)) {
      rules.add((Rule) Objects.requireNonNull(arguments.get(0)));
      return null;
    }
    for (Client client : program.clientele().clients()) {
      String type = program.name() + "." + client.type() + ".";
      if (method.startsWith(type)) {
        return through(client, program.operation(method.substring(type.length())), arguments);
      }
    }
    return unguarded(method, arguments);
  }

  /** A call that is no handoff: inside a clause nothing is, and at a proxy what goes past it. */
  private @Nullable Object unguarded(String method, List<@Nullable Object> arguments) {
    if (isOperation(method)) {
      return body(keeper(), program.operation(method), arguments, false);
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
    for (Program.Constant constant : program.constants()) {
      names.put(constant.name(), constant.value().value());
      names.put("Gate." + constant.name(), constant.value().value());
    }
    for (int i = 0; i < parameters.size(); i++) {
      names.put(parameters.get(i).name(), arguments.get(i));
    }
    return names;
  }

  /** What the seam or a view says of an operation now. */
  private Stated stated(String by, Operation operation) {
    return Stated.of(operation, clause -> mode(by, operation, clause));
  }

  private Mode mode(String by, Operation operation, Clause clause) {
    List<Rule> about = rules.stream().filter(rule -> rule.of().equals(by)).toList();
    return mode(about, operation.name(), clause);
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
}
