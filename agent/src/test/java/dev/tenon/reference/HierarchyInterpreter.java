package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Handle;
import dev.tenon.reference.Hierarchy.Member;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Owned;
import dev.tenon.reference.Hierarchy.Shape;
import dev.tenon.reference.Hierarchy.Step;
import dev.tenon.reference.Hierarchy.Way;
import dev.tenon.reference.Interpreter.Door;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.given.Acting;
import dev.tenon.reference.given.Passing;
import dev.tenon.reference.given.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What DESIGN section 2 says of each call of a hierarchy: plain, slow, and nothing of core in it.
 *
 * <p>It covers several declarations of an operation, calls of one thread, preconditions, guarantees
 * and exceptions. That a guarantee of the seam contradicts a weaker one of the implementation is
 * for refinement to say: here whoever breaks it is the supplier.
 */
final class HierarchyInterpreter {

  /** How a body gives its object away. */
  static final String KEEP = "Play.at.keep";

  private final Hierarchy hierarchy;
  private final Door door;
  private final Judging judging;
  private final Map<Integer, Thing> suppliers = new TreeMap<>();

  private HierarchyInterpreter(Hierarchy hierarchy, Door door) {
    this.hierarchy = hierarchy;
    this.door = door;
    this.judging = new Judging(hierarchy);
  }

  /** A body with the object that it runs on, none for a static method, and where it stands. */
  private record Frame(@Nullable Thing self, Declared owner, Operation operation) {}

  /** Who calls: its name, and its type where that has a contract. */
  private record Caller(String name, Optional<Declared> type) {}

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
    judging.records().begin();
    Happening.Ending ending;
    try {
      ending = Happening.Returned.of(value(step));
    } catch (RuntimeException thrown) {
      ending = judging.records().ending(thrown);
    }
    return new Happening(ending, judging.records().all(), state());
  }

  private @Nullable Object value(Step step) {
    Caller client = new Caller(hierarchy.client(), Optional.empty());
    if (step instanceof Step.Switch change) {
      judging.change(change.setting());
      return null;
    }
    if (step instanceof Step.Make make) {
      construct(make.type(), values(make.arguments()), client);
      return null;
    }
    if (step instanceof Step.CallStatic call) {
      return ofClass(call, values(call.arguments()), client);
    }
    Step.Call call = (Step.Call) step;
    Handle handle = hierarchy.handles().get(call.handle());
    Operation operation = hierarchy.operation(call.operation());
    if (!call.isElsewhere()) {
      return through(handle, operation, values(call.arguments()), client);
    }
    judging.fork();
    try {
      return through(handle, operation, values(call.arguments()), client);
    } finally {
      judging.join();
    }
  }

  /** A static method: a handoff that no object is in. */
  private @Nullable Object ofClass(
      Step.CallStatic call, List<@Nullable Object> arguments, Caller client) {
    Declared type = hierarchy.type(call.type());
    Operation operation = hierarchy.operation(call.operation());
    Member member =
        type.whole().statics().stream()
            .filter(each -> each.operation().equals(operation.name()))
            .findFirst()
            .orElseThrow();
    Work work =
        () ->
            new Body(
                    new Evaluation(
                        names(operation.parameters(), arguments),
                        Map.of(),
                        Map.of(),
                        (method, values) -> null))
                .run(member.body());
    Plan plan =
        new Plan(
            operation,
            member.hasClauses() ? List.of(new Owned(type, member)) : List.of(),
            List.of(),
            type,
            type,
            client.type(),
            false,
            true,
            hierarchy.binary(type.name()),
            client.name());
    return door == Door.WOVEN ? handoff(plan, null, arguments, work) : work.run();
  }

  private List<@Nullable Object> values(List<Expression> arguments) {
    Evaluation evaluation = new Evaluation(Map.of(), Map.of(), Map.of(), (m, a) -> null);
    List<@Nullable Object> values = new ArrayList<>();
    arguments.forEach(argument -> values.add(evaluation.of(argument)));
    return values;
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

  private @Nullable Object through(
      Handle handle, Operation operation, List<@Nullable Object> arguments, Caller client) {
    Thing supplier = supplier(handle);
    Work work = () -> found(supplier, operation, arguments, door == Door.WOVEN);
    boolean isGuarded =
        isGuarded(handle) || (door == Door.PROXY && mayBeGuarded(hierarchy, handle));
    if (!isGuarded && door != Door.WOVEN) {
      return work.run();
    }
    String receiver = receiver(handle, supplier);
    Declared view = hierarchy.type(handle.view());
    Plan plan =
        new Plan(
            operation,
            declarations(receiver, operation),
            hierarchy.invariants(receiver),
            view,
            hierarchy.body(receiver, operation.name()).map(Owned::type).orElse(view),
            client.type(),
            isGuarded,
            door == Door.WOVEN,
            named(handle, supplier),
            client.name());
    return handoff(plan, supplier, arguments, work);
  }

  private Thing supplier(Handle handle) {
    if (isLambda(handle)) {
      return new Thing(handle.view(), hierarchy.client(), Map.of(), Optional.of(handle));
    }
    Thing known = suppliers.get(handle.supplier());
    return known == null ? made(handle.supplier()) : known;
  }

  private Thing made(int number) {
    Hierarchy.Supplier supplier = hierarchy.suppliers().get(number);
    Caller client = new Caller(hierarchy.client(), Optional.empty());
    Thing made = construct(supplier.type(), values(supplier.arguments()), client);
    suppliers.put(number, made);
    return made;
  }

  private static boolean isLambda(Handle handle) {
    return switch (handle.way()) {
      case DIRECT, GUARDED, GUARDED_TWICE, PROXIED, PROXIED_TWICE, ACTING -> false;
      case LAMBDA, STATIC_REFERENCE, BOUND_REFERENCE -> true;
    };
  }

  private Thing construct(String type, List<@Nullable Object> arguments, Caller client) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (hierarchy.hasState()) {
      fields.put("balance", 1);
      fields.put("kept", null);
    }
    Thing made = new Thing(type, hierarchy.binary(type), fields, Optional.empty());
    construct(made, hierarchy.type(type), arguments, client);
    return made;
  }

  /** One constructor: a handoff whose object is not known before it ends. */
  private void construct(
      Thing made, Declared type, List<@Nullable Object> arguments, Caller client) {
    Whole.Constructor constructor = type.whole().constructor(arguments.size());
    Operation operation = constructor.operation();
    Member member = constructor.member();
    Work work =
        () -> {
          Caller own = new Caller(hierarchy.binary(type.name()), Optional.of(type));
          Map<String, @Nullable Object> names = names(operation.parameters(), arguments);
          chain(made, type, constructor, names, own);
          Frame frame = new Frame(made, type, operation);
          names.put("this", made);
          Evaluation.Calls calls =
              (method, values) -> called(frame, method, values, door == Door.WOVEN);
          return new Body(new Evaluation(names, made.fields(), Map.of(), calls)).run(member.body());
        };
    Plan plan =
        new Plan(
            operation,
            member.hasClauses() ? List.of(new Owned(type, member)) : List.of(),
            hierarchy.invariants(type.name()),
            type,
            type,
            client.type(),
            false,
            true,
            hierarchy.binary(type.name()),
            client.name());
    if (door == Door.WOVEN) {
      handoff(plan, made, arguments, work);
    } else {
      work.run();
    }
  }

  private void chain(
      Thing made,
      Declared type,
      Whole.Constructor constructor,
      Map<String, @Nullable Object> names,
      Caller own) {
    Evaluation evaluation = new Evaluation(names, Map.of(), Map.of(), (method, values) -> null);
    List<@Nullable Object> arguments = new ArrayList<>();
    constructor
        .chain()
        .ifPresent(chain -> chain.arguments().forEach(each -> arguments.add(evaluation.of(each))));
    boolean isOwn = constructor.chain().filter(Whole.Chain::isOwn).isPresent();
    Optional<Declared> next = isOwn ? Optional.of(type) : type.superclass().map(hierarchy::type);
    next.ifPresent(called -> construct(made, called, arguments, own));
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
      Plan plan, @Nullable Thing self, List<@Nullable Object> arguments, Work work) {
    if (plan.isEmpty()) {
      return work.run();
    }
    Crossing crossing =
        new Crossing(judging, plan, self, names(plan.operation().parameters(), arguments));
    crossing.enter();
    Object result;
    try {
      result = work.run();
    } catch (RuntimeException thrown) {
      crossing.threw(thrown);
      throw thrown;
    }
    crossing.returned(result);
    return result;
  }

  /** What the object has for an operation. */
  private @Nullable Object found(
      Thing self, Operation operation, List<@Nullable Object> arguments, boolean areCallsHandoffs) {
    Optional<Handle> lambda = self.lambda().filter(handle -> isOf(handle, operation));
    if (lambda.isPresent() && lambda.get().way() == Way.BOUND_REFERENCE) {
      Thing worker = made(lambda.get().supplier());
      return found(worker, operation, arguments, areCallsHandoffs);
    }
    if (lambda.isPresent()) {
      Evaluation evaluation =
          new Evaluation(
              names(operation.parameters(), arguments), Map.of(), Map.of(), (m, a) -> null);
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
    Map<String, @Nullable Object> names = names(operation.parameters(), arguments);
    names.put("this", self);
    return new Body(new Evaluation(names, self.fields(), Map.of(), calls))
        .run(owned.member().body());
  }

  private @Nullable Object called(
      Frame frame, String method, List<@Nullable Object> values, boolean areCallsHandoffs) {
    Thing self = frame.self();
    if (isQuery(method)) {
      return self.fields().get(method);
    }
    Caller own = new Caller(hierarchy.binary(frame.owner().name()), Optional.of(frame.owner()));
    if (method.startsWith("new ")) {
      return construct(method.substring(4), values, own);
    }
    if (method.startsWith(KEEP)) {
      return suppliers.putIfAbsent(Integer.valueOf(method.substring(KEEP.length())), self);
    }
    Optional<Aside> aside = Aside.in(method);
    if (aside.isPresent()) {
      Handle handle = hierarchy.handles().get(aside.get().handle());
      Operation called = hierarchy.operation(aside.get().operation());
      return through(handle, called, values, caller(aside.get(), own));
    }
    int end = method.lastIndexOf("super.");
    Operation operation = hierarchy.operation(end < 0 ? method : method.substring(end + 6));
    if (end >= 0) {
      String parent =
          end == 0 ? frame.owner().superclass().orElseThrow() : method.substring(0, end - 1);
      return above(self, hierarchy.body(parent, operation.name()).orElseThrow(), operation, values);
    }
    if (!areCallsHandoffs) {
      return found(self, operation, values, false);
    }
    // Through this: a handoff like any other.
    Plan plan =
        new Plan(
            operation,
            declarations(self.type(), operation),
            hierarchy.invariants(self.type()),
            frame.owner(),
            // A lambda has no body in the hierarchy.
            hierarchy
                .body(self.type(), operation.name())
                .map(Owned::type)
                .orElseGet(() -> hierarchy.type(self.type())),
            own.type(),
            false,
            true,
            self.name(),
            own.name());
    return handoff(plan, self, values, () -> found(self, operation, values, true));
  }

  private Caller caller(Aside aside, Caller own) {
    if (aside.through().isEmpty()) {
      return own;
    }
    if (aside.through().equals(Aside.RELAY)) {
      return new Caller(hierarchy.binary(Aside.RELAY), Optional.empty());
    }
    return new Caller(own.name() + "$" + Aside.INNER, own.type());
  }

  /** No handoff of its own: the override passes on the one that it is in. */
  private @Nullable Object above(
      Thing self, Owned above, Operation operation, List<@Nullable Object> values) {
    boolean isWoven = door == Door.WOVEN;
    List<Owned> invariants = isWoven ? hierarchy.invariants(self.type()) : List.of();
    if (invariants.isEmpty()) {
      return run(self, above, operation, values, isWoven);
    }
    int depth = judging.inside().depth();
    Set<String> bound =
        invariants.stream().map(owned -> owned.type().name()).collect(Collectors.toSet());
    Set<String> judged =
        invariants.stream()
            .filter(owned -> judging.stated(owned).isInForce())
            .map(owned -> owned.type().name())
            .collect(Collectors.toSet());
    judging.inside().begin(self, false, above.type(), operation.name(), judged, bound, false);
    try {
      return run(self, above, operation, values, true);
    } finally {
      judging.inside().end(depth, self);
    }
  }

  private static boolean isQuery(String method) {
    return method.equals("balance") || method.equals("kept");
  }

  private static Map<String, @Nullable Object> names(
      List<Parameter> parameters, List<@Nullable Object> arguments) {
    Map<String, @Nullable Object> names = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      names.put(parameters.get(i).name(), arguments.get(i));
    }
    return names;
  }
}
