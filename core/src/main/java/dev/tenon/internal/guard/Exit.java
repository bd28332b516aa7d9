package dev.tenon.internal.guard;

import dev.tenon.contract.companion.Carrier;
import dev.tenon.internal.check.Checks;
import dev.tenon.model.Clause;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What runs at the exit of a body: (state, thrown, result, self, arguments…)void.
 *
 * <p>A call that entered under this plan and owes all its guarantees is checked here; every other
 * one goes to the plan that it pinned. A carrier is taken apart before all else is decided: the JVM
 * inlines a branch of a method handle only after 30 calls of it, so what is handed to one exists.
 */
final class Exit {

  private static final MethodHandle JUDGE =
      Handles.own(
          OutOfLine.class,
          "exit",
          void.class,
          Duty.class,
          int.class,
          Object.class,
          Throwable.class,
          Object.class,
          Object.class,
          Object[].class,
          Object[].class);
  private static final MethodHandle PINNED =
      Handles.own(
          OutOfLine.class,
          "pinnedExit",
          void.class,
          Object.class,
          Throwable.class,
          Object.class,
          Object.class,
          Object[].class);
  private static final MethodHandle IS_HELD =
      Handles.own(Exit.class, "isHeld", boolean.class, Object.class, Object.class, Throwable.class);
  private static final MethodHandle IS_CARRIER =
      Handles.own(Exit.class, "isCarrier", boolean.class, Object.class);
  private static final MethodHandle IS_WIDE =
      Handles.own(Exit.class, "isWide", boolean.class, Object.class);
  private static final MethodHandle IS_PINNED =
      Handles.own(Exit.class, "isPinned", boolean.class, Object.class);
  private static final MethodHandle LEAVE =
      Handles.own(Traffic.class, "leave", void.class, Object.class);
  private static final MethodHandle CLOSE =
      Handles.own(Openness.class, "close", void.class, Plan.class, Object.class);
  private static final MethodHandle FAILED =
      Handles.getter(Carrier.class, "failed", Throwable[].class);
  // By methods: at getters the compiler of JDK 17 lost sight of the carrier.
  private static final MethodHandle OF_CARRIER =
      Handles.own(Exit.class, "pinned", Object.class, Carrier.class);
  private static final MethodHandle OF_WIDE =
      Handles.own(Exit.class, "pinned", Object.class, Wide.class);
  private static final MethodHandle CARRIERS =
      Handles.own(Exit.class, "carriers", Object[].class, Wide.class);
  private static final MethodHandle ELEMENT = MethodHandles.arrayElementGetter(Object[].class);

  private final Plan plan;
  private final MethodType site;
  private final boolean hasResult;
  private final boolean wide;
  private final int self;
  private final int arguments;

  /** (state)value, for the old values of all declarations that have some. */
  private final List<MethodHandle> readers = new ArrayList<>();

  /** By declaration, where its old values stand among all. */
  private final List<List<Integer>> old = new ArrayList<>();

  private Exit(Plan plan, MethodType site, boolean hasResult) {
    this.plan = plan;
    this.site = site;
    this.hasResult = hasResult;
    this.wide = plan.carrying().size() > 1;
    this.self = hasResult ? 3 : 2;
    this.arguments = site.parameterCount() - self - 1;
    for (int i = 0; i < plan.terms().size(); i++) {
      List<MethodHandle> own = readers(i, plan.terms().get(i).checks());
      old.add(IntStream.range(readers.size(), readers.size() + own.size()).boxed().toList());
      readers.addAll(own);
    }
  }

  /**
   * Links the exit.
   *
   * @param plan the plan in force
   * @param site (Object state, Throwable thrown, result, Object self, arguments…)void
   * @param hasResult whether the body returns a value
   * @return a handle of the type of the site
   */
  static MethodHandle of(Plan plan, MethodType site, boolean hasResult) {
    Exit exit = new Exit(plan, site, hasResult);
    MethodHandle checked = Handles.fitting(exit.link(), exit.narrower(), MethodHandles.empty(site));
    return hasResult && plan.implementation().isStandIn() ? StandIns.exit(checked) : checked;
  }

  /** Arguments that do not fit left no state at entry. */
  private List<Map.Entry<Integer, Class<?>>> narrower() {
    List<Map.Entry<Integer, Class<?>>> narrower = new ArrayList<>();
    for (Duty duty : plan.duties()) {
      Class<?> wanted = duty.term().checks().erased().returnType();
      if (duty.takesResult() && Handles.isNarrower(wanted, site.parameterType(2))) {
        narrower.add(Map.entry(2, wanted));
      }
    }
    return narrower;
  }

  private MethodHandle link() {
    MethodHandle bare = plan.isIdle() || plan.captures() ? pinned() : checked(site, pinned());
    if (readers.isEmpty()) {
      return bare;
    }
    MethodType apart =
        site.appendParameterTypes(
            readers.stream().<Class<?>>map(reader -> reader.type().returnType()).toList());
    MethodHandle judged = MethodHandles.insertArguments(judge(null, apart), 0, Code.UNASKED);
    MethodHandle carried = plan.captures() ? checked(apart, judged) : judged;
    return MethodHandles.guardWithTest(wide ? IS_WIDE : IS_CARRIER, takingApart(carried), bare);
  }

  /** (state, operands…)void from (pinned, operands…, old values…)void. */
  private MethodHandle takingApart(MethodHandle carried) {
    MethodHandle filtered =
        MethodHandles.filterArguments(
            MethodHandles.filterArguments(carried, 0, generic(wide ? OF_WIDE : OF_CARRIER)),
            site.parameterCount(),
            readers.toArray(MethodHandle[]::new));
    int[] from = new int[filtered.type().parameterCount()];
    for (int i = 1; i < site.parameterCount(); i++) {
      from[i] = i;
    }
    return MethodHandles.permuteArguments(filtered, site, from);
  }

  /** A call that entered under another plan, or owes not everything, or has no state. */
  private MethodHandle pinned() {
    MethodHandle pinned = Packing.collecting(PINNED, 4, arguments);
    if (!hasResult) {
      pinned = MethodHandles.insertArguments(pinned, 2, (Object) null);
    }
    return MethodHandles.guardWithTest(
        IS_PINNED, Packing.boxing(pinned, site), MethodHandles.empty(site));
  }

  /**
   * Checks the calls that entered under this plan and owe everything.
   *
   * @param type (pinned, operands…, old values…)void
   * @param other what is done with other calls; of this type
   */
  private MethodHandle checked(MethodType type, MethodHandle other) {
    MethodHandle end =
        plan.isCounted() ? Handles.arrange(LEAVE, type, self) : MethodHandles.empty(type);
    MethodHandle checks = checks(type, end);
    return MethodHandles.guardWithTest(
        MethodHandles.insertArguments(IS_HELD, 0, plan.held()),
        plan.isTracked() ? closing(checks) : checks,
        other);
  }

  /** First the object is closed, then judged: as those see it who are outside. */
  private MethodHandle closing(MethodHandle checks) {
    MethodHandle close = MethodHandles.insertArguments(CLOSE, 0, plan);
    return MethodHandles.foldArguments(checks, Handles.arrange(close, checks.type(), self));
  }

  /** All that is owed, one after the other. */
  private MethodHandle checks(MethodType type, MethodHandle end) {
    MethodHandle next = end;
    List<Duty> duties = plan.duties();
    for (int i = duties.size() - 1; i >= 0; i--) {
      Duty duty = duties.get(i);
      MethodHandle judged = Asking.then(check(duty, type), next, end, judge(duty, type));
      next = duty.role() == Clause.Role.INVARIANT ? ofWhole(judged, next) : judged;
    }
    return next;
  }

  /** An object has its invariants when the constructor of its own class is done. */
  private MethodHandle ofWhole(MethodHandle judged, MethodHandle next) {
    if (!plan.implementation().isConstructor()) {
      return judged;
    }
    MethodHandle test =
        MethodHandles.dropArguments(
            Implementation.IS_WHOLE.bindTo(plan.implementation()),
            0,
            judged.type().parameterList().subList(0, self));
    return MethodHandles.guardWithTest(test, judged, next);
  }

  /** (pinned, operands…, old values…)int. */
  private MethodHandle check(Duty duty, MethodType type) {
    List<Integer> from = new ArrayList<>();
    if (duty.takesResult()) {
      from.add(2);
    }
    boolean isInvariant = duty.role() == Clause.Role.INVARIANT;
    for (int i = 0; i <= (isInvariant ? 0 : arguments); i++) {
      from.add(self + i);
    }
    old.get(duty.index()).forEach(value -> from.add(site.parameterCount() + value));
    return Handles.arrange(
        Asking.of(duty.side(), duty.clauses()),
        type.changeReturnType(int.class),
        from.stream().mapToInt(Integer::intValue).toArray());
  }

  /** (state)value for each slot of a declaration and for its kept failures; none without old. */
  private List<MethodHandle> readers(int index, Checks checks) {
    List<MethodHandle> readers = new ArrayList<>();
    Checks.@Nullable Capture capture = checks.capture();
    if (capture != null) {
      for (MethodHandle slot : capture.slots()) {
        readers.add(ofState(index, slot));
      }
      readers.add(ofState(index, FAILED));
    }
    return readers;
  }

  private MethodHandle ofState(int index, MethodHandle ofCarrier) {
    MethodHandle generic = generic(ofCarrier);
    return wide
        ? MethodHandles.filterArguments(
            generic, 0, generic(MethodHandles.filterReturnValue(CARRIERS, element(index))))
        : generic;
  }

  /** (code, pinned, operands…, old values…)void: hands a call over to the judge. */
  private MethodHandle judge(@Nullable Duty duty, MethodType type) {
    int values = type.parameterCount() - site.parameterCount();
    MethodHandle judge = MethodHandles.insertArguments(JUDGE, 0, duty);
    judge = Packing.collecting(Packing.collecting(judge, 6, values), 5, arguments);
    if (!hasResult) {
      judge = MethodHandles.insertArguments(judge, 3, (Object) null);
    }
    return Packing.boxing(judge, type.insertParameterTypes(0, int.class));
  }

  private static MethodHandle element(int index) {
    return MethodHandles.insertArguments(ELEMENT, 1, index);
  }

  private static MethodHandle generic(MethodHandle ofState) {
    return ofState.asType(ofState.type().changeParameterType(0, Object.class));
  }

  static boolean isHeld(Object held, Object pinned, Throwable thrown) {
    return pinned == held && thrown == null;
  }

  static boolean isCarrier(@Nullable Object state) {
    return state instanceof Carrier;
  }

  static boolean isWide(@Nullable Object state) {
    return state instanceof Wide;
  }

  static boolean isPinned(@Nullable Object state) {
    return state instanceof Pinned;
  }

  static Object pinned(Carrier carrier) {
    return carrier.pinned;
  }

  static Object pinned(Wide wide) {
    return wide.pinned;
  }

  static @Nullable Object[] carriers(Wide wide) {
    return wide.carriers;
  }
}
