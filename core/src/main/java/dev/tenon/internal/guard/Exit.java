package dev.tenon.internal.guard;

import dev.tenon.contract.companion.Carrier;
import dev.tenon.internal.check.Checks;
import dev.tenon.model.Clause;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs at the exit of a body: (state, thrown, result, self, arguments…)void.
 *
 * <p>A call that entered under this plan and owes all its guarantees is checked here; every other
 * one goes to the plan that it pinned. A carrier is taken apart here, in handles that are always
 * inlined, and never handed on: what reads or tests one has six bytes of code at most, since a
 * larger method is not inlined where it is rarely called.
 */
final class Exit {

  private static final MethodHandle JUDGE =
      Handles.own(
          OutOfLine.class,
          "exit",
          void.class,
          Object.class,
          Duty.class,
          int.class,
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
  private static final MethodHandle IS_OWN_CARRIER =
      Handles.own(
          Exit.class, "isOwnCarrier", boolean.class, Object.class, Object.class, Throwable.class);
  private static final MethodHandle IS_OWN_WIDE =
      Handles.own(
          Exit.class, "isOwnWide", boolean.class, Object.class, Object.class, Throwable.class);
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

  private Exit(Plan plan, MethodType site, boolean hasResult) {
    this.plan = plan;
    this.site = site;
    this.hasResult = hasResult;
    this.wide = plan.carrying().size() > 1;
    this.self = hasResult ? 3 : 2;
    this.arguments = site.parameterCount() - self - 1;
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
    MethodHandle nothing = MethodHandles.empty(site);
    MethodHandle other = others(nothing);
    if (plan.isIdle()) {
      return other;
    }
    MethodHandle test;
    if (!plan.captures()) {
      test = MethodHandles.insertArguments(IS_HELD, 0, plan.held());
    } else if (wide) {
      test = MethodHandles.insertArguments(IS_OWN_WIDE, 0, plan.held());
    } else {
      test = MethodHandles.insertArguments(IS_OWN_CARRIER, 0, plan.held());
    }
    MethodHandle checks = checks(plan.isCounted() ? leaving() : nothing);
    return MethodHandles.guardWithTest(test, plan.isTracked() ? closing(checks) : checks, other);
  }

  private MethodHandle leaving() {
    return Handles.arrange(LEAVE, site, self);
  }

  /** First the object is closed, then judged: as those see it who are outside. */
  private MethodHandle closing(MethodHandle checks) {
    MethodHandle close = MethodHandles.insertArguments(CLOSE, 0, plan);
    return MethodHandles.foldArguments(
        checks, Handles.arrange(close, site.changeReturnType(void.class), self));
  }

  /** All that is owed, one after the other. */
  private MethodHandle checks(MethodHandle end) {
    MethodHandle next = end;
    List<Duty> duties = plan.duties();
    for (int i = duties.size() - 1; i >= 0; i--) {
      Duty duty = duties.get(i);
      MethodHandle judged = Asking.then(check(duty), next, end, judge(duty, plan.captures()));
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
            site.parameterList().subList(0, self));
    return MethodHandles.guardWithTest(test, judged, next);
  }

  /** (site…)int. */
  private MethodHandle check(Duty duty) {
    MethodHandle check = Asking.of(duty.side(), duty.clauses());
    List<Integer> from = new ArrayList<>();
    if (duty.takesResult()) {
      from.add(2);
    }
    boolean isInvariant = duty.role() == Clause.Role.INVARIANT;
    for (int i = 0; i <= (isInvariant ? 0 : arguments); i++) {
      from.add(self + i);
    }
    MethodHandle[] readers = readers(duty.index(), duty.term().checks());
    check = MethodHandles.filterArguments(check, from.size(), readers);
    from.addAll(Collections.nCopies(readers.length, 0));
    return Handles.arrange(
        check,
        site.changeReturnType(int.class),
        from.stream().mapToInt(Integer::intValue).toArray());
  }

  /** (state)value for each slot of a declaration and for its kept failures; none without old. */
  private MethodHandle[] readers(int index, Checks checks) {
    Checks.@Nullable Capture capture = checks.capture();
    if (capture == null) {
      return new MethodHandle[0];
    }
    List<MethodHandle> readers = new ArrayList<>();
    for (MethodHandle slot : capture.slots()) {
      readers.add(ofState(index, slot));
    }
    readers.add(ofState(index, FAILED));
    return readers.toArray(MethodHandle[]::new);
  }

  private MethodHandle ofState(int index, MethodHandle ofCarrier) {
    MethodHandle generic = generic(ofCarrier);
    return wide
        ? MethodHandles.filterArguments(
            generic, 0, generic(MethodHandles.filterReturnValue(CARRIERS, element(index))))
        : generic;
  }

  /**
   * (code, site…)void: hands a call over to the judge.
   *
   * @param captured whether the state holds old values, and with them the plan and what is owed;
   *     else the call is of this plan and owes everything
   */
  private MethodHandle judge(@Nullable Duty duty, boolean captured) {
    MethodHandle judge = MethodHandles.insertArguments(JUDGE, 1, duty);
    int[] leading;
    if (captured) {
      judge = MethodHandles.filterArguments(judge, 0, generic(wide ? OF_WIDE : OF_CARRIER));
      leading = new int[] {1, 0, 2};
    } else {
      judge = MethodHandles.insertArguments(judge, 0, plan.held());
      leading = new int[] {0, 2};
    }
    int result = leading.length;
    MethodHandle[] readers = captured ? allReaders() : new MethodHandle[0];
    judge =
        judge
            .asCollector(result + 3, Object[].class, readers.length)
            .asCollector(result + 2, Object[].class, arguments);
    judge = MethodHandles.filterArguments(judge, result + 2 + arguments, readers);
    if (!hasResult) {
      judge = MethodHandles.insertArguments(judge, result, (Object) null);
    }
    // Behind the leading operands: the result, self and the arguments, then the state for each
    // reader.
    int[] from = Arrays.copyOf(leading, judge.type().parameterCount());
    int operands = site.parameterCount() - 2;
    for (int i = 0; i < operands; i++) {
      from[result + i] = 3 + i;
    }
    Arrays.fill(from, result + operands, from.length, 1);
    return Handles.arrange(judge, site.insertParameterTypes(0, int.class), from);
  }

  private MethodHandle[] allReaders() {
    List<MethodHandle> readers = new ArrayList<>();
    for (int i = 0; i < plan.terms().size(); i++) {
      for (MethodHandle reader : readers(i, plan.terms().get(i).checks())) {
        readers.add(reader.asType(reader.type().changeReturnType(Object.class)));
      }
    }
    return readers.toArray(MethodHandle[]::new);
  }

  /** A call that entered under another plan, or that does not owe everything. */
  private MethodHandle others(MethodHandle nothing) {
    MethodHandle pinned = PINNED.asCollector(Object[].class, arguments);
    if (!hasResult) {
      pinned = MethodHandles.insertArguments(pinned, 2, (Object) null);
    }
    MethodHandle others = MethodHandles.guardWithTest(IS_PINNED, pinned.asType(site), nothing);
    if (plan.carrying().isEmpty()) {
      return others;
    }
    return MethodHandles.guardWithTest(
        wide ? IS_WIDE : IS_CARRIER,
        MethodHandles.insertArguments(judge(null, true), 0, Code.UNASKED),
        others);
  }

  private static MethodHandle element(int index) {
    return MethodHandles.insertArguments(ELEMENT, 1, index);
  }

  private static MethodHandle generic(MethodHandle ofState) {
    return ofState.asType(ofState.type().changeParameterType(0, Object.class));
  }

  static boolean isHeld(Object held, Object state, Throwable thrown) {
    return state == held && thrown == null;
  }

  static boolean isOwnCarrier(Object held, Object state, Throwable thrown) {
    return thrown == null && state instanceof Carrier carrier && carrier.pinned == held;
  }

  static boolean isOwnWide(Object held, Object state, Throwable thrown) {
    return thrown == null && state instanceof Wide own && own.pinned == held;
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
