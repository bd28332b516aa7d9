package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Handle;
import dev.tenon.reference.Hierarchy.Member;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Owned;
import dev.tenon.reference.Hierarchy.Setting;
import dev.tenon.reference.Hierarchy.Shape;
import dev.tenon.reference.Hierarchy.Step;
import dev.tenon.reference.Hierarchy.Way;
import dev.tenon.reference.Interpreter.Door;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Program.Statement;
import dev.tenon.reference.given.Acting;
import dev.tenon.reference.given.Mute;
import dev.tenon.reference.given.Passing;
import dev.tenon.reference.given.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What DESIGN section 2 says of each call of a hierarchy: plain, slow, and nothing of core in it.
 *
 * <p>It covers several declarations of an operation, calls of one thread, preconditions, guarantees
 * and exceptions. That a guarantee of the seam contradicts a weaker one of the implementation is
 * for refinement to say: here whoever breaks it is the supplier.
 */
final class HierarchyInterpreter {

  private final Hierarchy hierarchy;
  private final Door door;
  private final List<Setting> settings;
  private final Map<Integer, Thing> suppliers = new TreeMap<>();
  private final List<Report> records = new ArrayList<>();

  /** The violations suppressed on exceptions, one at most on each. */
  private final Map<Throwable, Report> carried = new IdentityHashMap<>();

  private HierarchyInterpreter(Hierarchy hierarchy, Door door) {
    this.hierarchy = hierarchy;
    this.door = door;
    this.settings = new ArrayList<>(hierarchy.settings());
  }

  /** An object: of a class, or of an interface that a lambda implements. */
  private record Thing(
      String type, String name, Map<String, @Nullable Object> fields, Optional<Handle> lambda) {}

  /** A body with the object that it runs on and the type that it stands in. */
  private record Frame(Thing self, Declared owner, Operation operation) {}

  /** What a handoff is judged by: the receiver's declarations, its name, and the client's view. */
  private record Plan(List<Owned> declarations, String supplier, Declared view) {}

  private interface Work {
    @Nullable Object run();
  }

  /** What happens, step by step. */
  static List<Happening> run(Hierarchy hierarchy, Door door) {
    HierarchyInterpreter interpreter = new HierarchyInterpreter(hierarchy, door);
    return hierarchy.steps().stream().map(interpreter::step).toList();
  }

  /** Whether the client puts a checking proxy in front where no agent is. */
  static boolean mayBeGuarded(Hierarchy hierarchy, Handle handle) {
    return !isGuarded(handle)
        && hierarchy.type(handle.view()).shape() == Shape.INTERFACE
        && hierarchy.hasClauses(handle.view());
  }

  private static boolean isGuarded(Handle handle) {
    return handle.way() == Way.GUARDED || handle.way() == Way.GUARDED_TWICE;
  }

  private Happening step(Step step) {
    records.clear();
    Happening.Ending ending;
    if (step instanceof Step.Switch change) {
      settings.add(change.setting());
      ending = Happening.Returned.of(null);
    } else {
      ending = ending((Step.Call) step);
    }
    return new Happening(ending, List.copyOf(records), state());
  }

  private String state() {
    StringBuilder state = new StringBuilder();
    for (int i = 0; i < hierarchy.suppliers().size() && hierarchy.hasState(); i++) {
      Thing thing = suppliers.get(i);
      if (thing == null) {
        state.append("- ");
      } else {
        thing.fields().values().forEach(value -> state.append(Shown.of(value)).append(' '));
      }
    }
    return state.toString();
  }

  private Happening.Ending ending(Step.Call call) {
    Handle handle = hierarchy.handles().get(call.handle());
    Operation operation = hierarchy.operation(call.operation());
    Evaluation evaluation = new Evaluation(Map.of(), Map.of(), Map.of(), (m, a) -> null);
    List<@Nullable Object> arguments = new ArrayList<>();
    call.arguments().forEach(argument -> arguments.add(evaluation.of(argument)));
    try {
      return Happening.Returned.of(through(handle, operation, arguments));
    } catch (Raised raised) {
      return raised.report() == null
          ? threw(raised, raised.type())
          : new Happening.Violated(raised.report());
    } catch (RuntimeException thrown) {
      return threw(thrown, thrown.getClass().getName());
    }
  }

  private Happening.Threw threw(Throwable thrown, String type) {
    return new Happening.Threw(type, Optional.ofNullable(carried.get(thrown)));
  }

  private @Nullable Object through(
      Handle handle, Operation operation, List<@Nullable Object> arguments) {
    Thing supplier = supplier(handle);
    Work work = () -> found(supplier, operation, arguments, door == Door.WOVEN);
    boolean isGuarded =
        isGuarded(handle) || (door == Door.PROXY && mayBeGuarded(hierarchy, handle));
    if (!isGuarded && door != Door.WOVEN) {
      return work.run();
    }
    Declared view = hierarchy.type(handle.view());
    Plan plan =
        new Plan(
            declarations(receiver(handle, supplier), operation), named(handle, supplier), view);
    return handoff(plan, supplier, operation, arguments, hierarchy.client(), work);
  }

  private Thing supplier(Handle handle) {
    return isLambda(handle)
        ? new Thing(handle.view(), hierarchy.client(), Map.of(), Optional.of(handle))
        : suppliers.computeIfAbsent(
            handle.supplier(), number -> made(hierarchy.suppliers().get(number)));
  }

  private static boolean isLambda(Handle handle) {
    return switch (handle.way()) {
      case DIRECT, GUARDED, GUARDED_TWICE, PROXIED, PROXIED_TWICE, ACTING -> false;
      case LAMBDA, STATIC_REFERENCE, BOUND_REFERENCE -> true;
    };
  }

  private Thing made(String type) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (hierarchy.hasState()) {
      fields.put("balance", 1);
      fields.put("kept", null);
    }
    return new Thing(type, hierarchy.binary(type), fields, Optional.empty());
  }

  /**
   * The type whose declarations bind the call: the receiver's. A JDK proxy is no party, so in front
   * of a woven supplier it changes nothing; where the supplier is not woven, it is the receiver.
   */
  private String receiver(Handle handle, Thing supplier) {
    return isProxyTheReceiver(handle) ? handle.view() : supplier.type();
  }

  private boolean isProxyTheReceiver(Handle handle) {
    return switch (handle.way()) {
      case PROXIED, PROXIED_TWICE -> door == Door.PROXY;
      case ACTING -> true;
      case DIRECT, GUARDED, GUARDED_TWICE, LAMBDA, STATIC_REFERENCE, BOUND_REFERENCE -> false;
    };
  }

  private String named(Handle handle, Thing supplier) {
    if (!isProxyTheReceiver(handle)) {
      return supplier.name();
    }
    return (handle.way() == Way.ACTING ? Acting.class : Passing.class).getName();
  }

  /** The declarations of an operation, the most general first. */
  private List<Owned> declarations(String type, Operation operation) {
    List<Owned> declarations = new ArrayList<>();
    for (Declared each : hierarchy.lineage(type)) {
      each.member(operation.name())
          .filter(Member::hasClauses)
          .ifPresent(member -> declarations.add(new Owned(each, member)));
    }
    return declarations;
  }

  /** One handoff: entry, body, exit. */
  private @Nullable Object handoff(
      Plan plan,
      Thing self,
      Operation operation,
      List<@Nullable Object> arguments,
      String client,
      Work work) {
    Map<String, @Nullable Object> names = names(operation, arguments);
    Evaluation entry = new Evaluation(names, self.fields(), Map.of(), unguarded(self));
    Map<Owned, Map<Clause, Mode>> pinned = new HashMap<>();
    plan.declarations().forEach(owned -> pinned.put(owned, modes(owned)));
    Parties parties = new Parties(client, plan.supplier());

    List<Verdicts> asked = new ArrayList<>();
    for (Owned owned : plan.declarations()) {
      asked.add(preconditions(owned, pinned.get(owned), entry));
    }
    Blaming blaming = new Blaming(hierarchy, plan.declarations(), asked);
    Optional<Report> refusal =
        recorded(blaming.entry(plan.view()), Report.Kind.PRECONDITION, operation, parties);
    if (refusal.isPresent()) {
      throw new Raised("", refusal.get());
    }

    Map<Owned, Map<Expression.Old, Evaluation.Captured>> owed = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      Owned owned = plan.declarations().get(i);
      if (asked.get(i).allHeld()) {
        owed.put(owned, captured(owned.member(), entry));
      }
    }

    Object result;
    try {
      result = work.run();
    } catch (RuntimeException thrown) {
      atThrow(thrown, owed, pinned, new Evaluation(names, self.fields(), Map.of(), unguarded(self)))
          .flatMap(ruling -> recorded(Optional.of(ruling), kind(ruling), operation, parties))
          .filter(report -> mayCarry(thrown))
          .ifPresent(report -> carried.putIfAbsent(thrown, report));
      throw thrown;
    }

    Map<String, @Nullable Object> withResult = new HashMap<>(names);
    withResult.put("result", result);
    List<Verdicts> kept = new ArrayList<>();
    owed.forEach(
        (owned, olds) ->
            kept.add(
                Verdicts.of(
                    promised(owned, pinned.get(owned)),
                    new Evaluation(withResult, self.fields(), olds, unguarded(self)),
                    pinned.get(owned))));
    Blaming atExit = new Blaming(hierarchy, List.copyOf(owed.keySet()), kept);
    Optional<Blaming.Ruling> ruling = atExit.exit();
    Report.Kind kind = ruling.map(HierarchyInterpreter::kind).orElse(Report.Kind.GUARANTEE);
    Optional<Report> violation = recorded(ruling, kind, operation, parties);
    if (violation.isPresent()) {
      throw new Raised("", violation.get());
    }
    return result;
  }

  private static Report.Kind kind(Blaming.Ruling ruling) {
    boolean isException =
        ruling.declaration().member().exceptions().stream()
            .anyMatch(thrown -> thrown.name().equals(ruling.clause().name()));
    return isException ? Report.Kind.EXCEPTION : Report.Kind.GUARANTEE;
  }

  private static boolean mayCarry(Throwable thrown) {
    return !(thrown instanceof Raised raised) || !raised.type().equals(Mute.class.getName());
  }

  /** Each declaration judges an exception by itself; a violation on its way is no exception. */
  private Optional<Blaming.Ruling> atThrow(
      Throwable thrown,
      Map<Owned, Map<Expression.Old, Evaluation.Captured>> owed,
      Map<Owned, Map<Clause, Mode>> pinned,
      Evaluation without) {
    if (thrown instanceof Raised raised && raised.report() != null) {
      return Optional.empty();
    }
    List<Owned> judging = new ArrayList<>();
    List<Verdicts> said = new ArrayList<>();
    owed.forEach(
        (owned, olds) -> {
          ExceptionList list = exceptions(owned, pinned.get(owned));
          if (list.isClosed()) {
            judging.add(owned);
            said.add(
                list.of(
                    thrown,
                    new Evaluation(without.names(), without.fields(), olds, without.calls())));
          }
        });
    return new Blaming(hierarchy, judging, said).exit();
  }

  private static ExceptionList exceptions(Owned owned, Map<Clause, Mode> modes) {
    return new ExceptionList(owned.member().exceptions(), modes);
  }

  private record Parties(String client, String supplier) {}

  private static Verdicts preconditions(
      Owned owned, Map<Clause, Mode> modes, Evaluation evaluation) {
    List<Clause> requires = owned.member().requires();
    boolean isAnythingPromised =
        !promised(owned, modes).isEmpty() || exceptions(owned, modes).isClosed();
    return Verdicts.of(isAnythingPromised ? requires : inForce(requires, modes), evaluation, modes);
  }

  private static List<Clause> promised(Owned owned, Map<Clause, Mode> modes) {
    List<Clause> promised = new ArrayList<>(inForce(owned.member().ensures(), modes));
    promised.addAll(exceptions(owned, modes).demands());
    return promised;
  }

  private static List<Clause> inForce(List<Clause> clauses, Map<Clause, Mode> modes) {
    return clauses.stream().filter(clause -> modes.get(clause) != Mode.OFF).toList();
  }

  private static Map<Expression.Old, Evaluation.Captured> captured(
      Member member, Evaluation evaluation) {
    Map<Expression.Old, Evaluation.Captured> olds = new HashMap<>();
    List<Clause> clauses = new ArrayList<>(member.ensures());
    clauses.addAll(new ExceptionList(member.exceptions(), Map.of()).all());
    for (Clause clause : clauses) {
      for (Expression.Old old : Olds.in(clause.condition())) {
        olds.put(old, Interpreter.captured(old, evaluation));
      }
    }
    return olds;
  }

  /** A verdict is data: this records it, and gives what the client receives. */
  private Optional<Report> recorded(
      Optional<Blaming.Ruling> ruling, Report.Kind kind, Operation operation, Parties parties) {
    if (ruling.isEmpty()) {
      return Optional.empty();
    }
    Blaming.Ruling found = ruling.get();
    Report report =
        new Report(
            found.blamed(),
            found.cause(),
            found.isLatent(),
            kind,
            hierarchy.binary(found.declaration().type().name()) + "." + operation.name(),
            found.clause().name(),
            found.also().stream().map(Clause::name).toList(),
            found.unevaluable().stream().map(Clause::name).toList(),
            parties.client(),
            parties.supplier());
    records.add(report);
    return found.isThrown() ? Optional.of(report) : Optional.empty();
  }

  /** What the object has for an operation. */
  private @Nullable Object found(
      Thing self, Operation operation, List<@Nullable Object> arguments, boolean areCallsHandoffs) {
    Optional<Handle> lambda = self.lambda().filter(handle -> isOf(handle, operation));
    if (lambda.isPresent() && lambda.get().way() == Way.BOUND_REFERENCE) {
      Thing worker = made(hierarchy.suppliers().get(lambda.get().supplier()));
      return found(worker, operation, arguments, areCallsHandoffs);
    }
    if (lambda.isPresent()) {
      Evaluation evaluation =
          new Evaluation(names(operation, arguments), Map.of(), Map.of(), unguarded(self));
      return new Body(evaluation).run(lambda.get().body());
    }
    Owned owned = hierarchy.body(self.type(), operation.name()).orElseThrow();
    return run(self, owned, operation, arguments, areCallsHandoffs);
  }

  private boolean isOf(Handle lambda, Operation operation) {
    return hierarchy.ofLambda(hierarchy.type(lambda.view())).filter(operation::equals).isPresent();
  }

  private @Nullable Object run(
      Thing self,
      Owned owned,
      Operation operation,
      List<@Nullable Object> arguments,
      boolean areCallsHandoffs) {
    Frame frame = new Frame(self, owned.type(), operation);
    Evaluation.Calls calls = (method, values) -> called(frame, method, values, areCallsHandoffs);
    List<Statement> statements = owned.member().body();
    return new Body(new Evaluation(names(operation, arguments), self.fields(), Map.of(), calls))
        .run(statements);
  }

  private @Nullable Object called(
      Frame frame, String method, List<@Nullable Object> values, boolean areCallsHandoffs) {
    Thing self = frame.self();
    if (isQuery(method)) {
      return self.fields().get(method);
    }
    int end = method.lastIndexOf("super.");
    Operation operation = hierarchy.operation(end < 0 ? method : method.substring(end + 6));
    if (end >= 0) {
      // No handoff of its own: the override passes on the one that it is in.
      String parent =
          end == 0 ? frame.owner().superclass().orElseThrow() : method.substring(0, end - 1);
      Owned above = hierarchy.body(parent, operation.name()).orElseThrow();
      return run(self, above, operation, values, areCallsHandoffs);
    }
    if (!areCallsHandoffs) {
      return found(self, operation, values, false);
    }
    // Through this: a handoff like any other.
    Plan plan = new Plan(declarations(self.type(), operation), self.name(), frame.owner());
    return handoff(
        plan,
        self,
        operation,
        values,
        hierarchy.binary(frame.owner().name()),
        () -> found(self, operation, values, true));
  }

  private static boolean isQuery(String method) {
    return method.equals("balance") || method.equals("kept");
  }

  /** Inside a clause nothing is judged. */
  private static Evaluation.Calls unguarded(Thing self) {
    return (method, arguments) -> {
      if (!isQuery(method)) {
        throw new AssertionError(method);
      }
      return self.fields().get(method);
    };
  }

  private static Map<String, @Nullable Object> names(
      Operation operation, List<@Nullable Object> arguments) {
    Map<String, @Nullable Object> names = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      names.put(operation.parameters().get(i).name(), arguments.get(i));
    }
    return names;
  }

  private Map<Clause, Mode> modes(Owned owned) {
    Map<Clause, Mode> modes = new HashMap<>();
    owned.member().requires().forEach(clause -> modes.put(clause, mode(owned, clause)));
    owned.member().ensures().forEach(clause -> modes.put(clause, mode(owned, clause)));
    new ExceptionList(owned.member().exceptions(), Map.of())
        .all()
        .forEach(clause -> modes.put(clause, mode(owned, clause)));
    return modes;
  }

  private Mode mode(Owned owned, Clause clause) {
    return Interpreter.mode(
        settings.stream()
            .filter(setting -> setting.type().equals(owned.type().name()))
            .map(Setting::rule)
            .toList(),
        owned.member().operation(),
        clause);
  }
}
