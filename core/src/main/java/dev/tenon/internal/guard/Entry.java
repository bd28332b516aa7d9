package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs at the entry of a body under one plan: (self, arguments…)state.
 *
 * <p>Three rules keep a holding call free of allocation, also after violations at the same site:
 * the carrier is made in one place on every path, nothing outside the inlined handles ever receives
 * it, and captures are apart from checks. A fourth keeps it as fast as before them: what tells the
 * paths apart behind their meeting is one reference, so that the compiler can part them again.
 */
final class Entry {

  private static final MethodHandle JUDGE =
      Handles.own(
          OutOfLine.class,
          "entry",
          Pinned.class,
          Plan.class,
          int.class,
          int.class,
          Object.class,
          Object[].class);
  private static final MethodHandle NOTHING =
      MethodHandles.empty(MethodType.methodType(void.class));
  private static final MethodHandle IS_SOLE =
      Handles.own(Sharing.class, "isSole", boolean.class, WeakReference.class);
  private static final MethodHandle ENTER_OTHER =
      Handles.bound(Sharing.class, "enterOther", void.class);
  private static final MethodHandle ENDED = Handles.own(Traffic.class, "ended", long.class);
  private static final MethodHandle BEGIN =
      Handles.own(Traffic.class, "begin", Object.class, Object.class, long.class, Object.class);
  private static final MethodHandle OPEN =
      Handles.own(Openness.class, "open", Object.class, Plan.class, Object.class, Object.class);
  private static final MethodHandle FORGET = Handles.own(CallSites.class, "forget", void.class);
  private static final MethodHandle UNLESS_IN_CLAUSE =
      Handles.own(Entry.class, "unlessInClause", Pinned.class, Pinned.class, Pinned.class);
  private static final MethodHandle SLOTS =
      Handles.own(
          Entry.class, "slots", long.class, Object.class, long.class, long.class, Pinned.class);
  private static final MethodHandle WIDE =
      Handles.own(Entry.class, "wide", Object.class, Object[].class, Pinned.class);

  private final Plan plan;
  private final MethodType site;

  private Entry(Plan plan, MethodType site) {
    this.plan = plan;
    this.site = site;
  }

  /**
   * Links the entry.
   *
   * @param plan the plan in force
   * @param site (Object self, arguments…)Object
   * @return a handle of the type of the site
   */
  static MethodHandle of(Plan plan, MethodType site) {
    if (plan.isIdle()) {
      return MethodHandles.empty(site);
    }
    Entry entry = new Entry(plan, site);
    return Handles.fitting(entry.link(), entry.narrower(), MethodHandles.empty(site));
  }

  private List<Map.Entry<Integer, Class<?>>> narrower() {
    List<Map.Entry<Integer, Class<?>>> narrower = new ArrayList<>();
    for (Term term : plan.terms()) {
      List<Class<?>> wanted = term.checks().erased().parameterList();
      for (int i = 0; i < wanted.size(); i++) {
        if (Handles.isNarrower(wanted.get(i), site.parameterType(i + 1))) {
          narrower.add(Map.entry(i + 1, wanted.get(i)));
        }
      }
    }
    return narrower;
  }

  /** A constructor has no object yet that could be in front of another. */
  private boolean isInFront() {
    return plan.implementation().isJdkProxy()
        && !plan.body().isProxy()
        && !plan.implementation().isOwn();
  }

  private MethodHandle link() {
    MethodHandle entry = state();
    if (plan.implementation().isStandIn()) {
      entry = StandIns.entry(entry);
    } else if (isInFront()) {
      entry = StandIns.unlessInFront(entry);
    }
    if (plan.isCounted()) {
      entry = counting(entry);
    }
    if (plan.isTracked()) {
      entry = opening(entry);
    }
    if (plan.isTold()) {
      entry = MethodHandles.foldArguments(entry, FORGET);
    }
    for (Sharing each : plan.body().sharings()) {
      if (!each.isShared()) {
        entry = MethodHandles.foldArguments(entry, comparing(each));
      }
    }
    return entry;
  }

  /** One read and compare, as long as one thread makes all handoffs. */
  private static MethodHandle comparing(Sharing sharing) {
    return MethodHandles.guardWithTest(
        IS_SOLE.bindTo(sharing.sole()), NOTHING, ENTER_OTHER.bindTo(sharing));
  }

  /** What ends between the first look at the old values and the entry is counted as well. */
  private MethodHandle counting(MethodHandle state) {
    MethodHandle begin =
        MethodHandles.dropArguments(
            BEGIN, 3, site.parameterList().subList(1, site.parameterCount()));
    MethodType begun = site.insertParameterTypes(0, Object.class, long.class);
    MethodHandle counted =
        MethodHandles.foldArguments(
            begin.asType(begun), MethodHandles.dropArguments(state, 0, long.class));
    return MethodHandles.foldArguments(counted, ENDED);
  }

  /** Takes note that the object is open, where the call is judged at all. */
  private MethodHandle opening(MethodHandle state) {
    MethodHandle open = MethodHandles.insertArguments(OPEN, 0, plan);
    MethodHandle then =
        MethodHandles.dropArguments(
            open, 2, site.parameterList().subList(1, site.parameterCount()));
    return MethodHandles.foldArguments(
        then.asType(site.insertParameterTypes(0, Object.class)), state);
  }

  private MethodHandle state() {
    MethodHandle pinned = checks();
    if (!plan.captures()) {
      return pinned.asType(site);
    }
    if (plan.terms().stream().anyMatch(Term::capturesUnderFlag)) {
      pinned =
          MethodHandles.filterReturnValue(
              pinned, MethodHandles.insertArguments(UNLESS_IN_CLAUSE, 0, plan.skipped()));
    }
    return MethodHandles.foldArguments(carrying(), pinned);
  }

  /** (self, arguments…)Pinned: what is owed by whom. */
  private MethodHandle checks() {
    MethodType operands = site.changeReturnType(Pinned.class);
    MethodHandle pinned = constant(plan.held());
    MethodHandle skipped = constant(plan.skipped());
    List<Term> terms = plan.terms();
    for (int i = terms.size() - 1; i >= 0; i--) {
      Term term = terms.get(i);
      if (term.askedRequires() != 0) {
        MethodHandle check =
            Asking.of(term.checks().requires(), term.askedRequires())
                .asType(operands.changeReturnType(int.class));
        pinned = Asking.then(check, pinned, skipped, judge(i, operands));
      }
    }
    return pinned;
  }

  private MethodHandle constant(@Nullable Pinned pinned) {
    return MethodHandles.dropArguments(
        MethodHandles.constant(Pinned.class, pinned), 0, site.parameterList());
  }

  private MethodHandle judge(int term, MethodType operands) {
    MethodHandle judge =
        MethodHandles.insertArguments(MethodHandles.insertArguments(JUDGE, 0, plan), 0, term);
    return Packing.boxing(
        Packing.collecting(judge, 2, operands.parameterCount() - 1),
        operands.insertParameterTypes(0, int.class));
  }

  /** (pinned, self, arguments…)state. */
  private MethodHandle carrying() {
    List<Term> terms = plan.terms();
    List<Integer> carrying = plan.carrying();
    if (carrying.size() == 1) {
      return capture(carrying.get(0));
    }
    MethodType wanted = site.insertParameterTypes(0, Pinned.class);
    int count = terms.size();
    // (carriers…, pinned)Object, then one carrier after the other is computed from the operands.
    MethodHandle wide = WIDE.asCollector(0, Object[].class, count);
    wide = MethodHandles.dropArguments(wide, count + 1, site.parameterList());
    for (int i = count - 1; i >= 0; i--) {
      MethodHandle capture =
          terms.get(i).checks().capture() != null ? capture(i) : MethodHandles.empty(wanted);
      MethodHandle shifted =
          MethodHandles.dropArguments(capture, 0, Collections.nCopies(i, Object.class));
      // The operands stand behind the carriers that are still open.
      int[] order = new int[i + 1 + wanted.parameterCount()];
      MethodType open =
          MethodType.methodType(Object.class, Collections.nCopies(i, Object.class))
              .appendParameterTypes(wanted.parameterArray());
      for (int k = 0; k < i; k++) {
        order[k] = k + 1;
      }
      order[i] = 0;
      for (int k = 0; k < wanted.parameterCount(); k++) {
        order[i + 1 + k] = i + 1 + k;
      }
      MethodType carrierFirst = open.insertParameterTypes(0, Object.class);
      wide = MethodHandles.permuteArguments(wide, carrierFirst, order);
      wide = MethodHandles.foldArguments(wide, shifted);
    }
    return wide;
  }

  /** (pinned, self, arguments…)carrier of one declaration. */
  private MethodHandle capture(int index) {
    Term term = plan.terms().get(index);
    Checks.@Nullable Capture found = term.checks().capture();
    if (found == null) {
      throw new IllegalStateException("no old values in this operation");
    }
    MethodHandle capture = found.capture();
    if (found.guarded()) {
      capture = MethodHandles.foldArguments(capture, Asking.flag());
    }
    MethodHandle slots =
        MethodHandles.insertArguments(SLOTS, 0, plan.held(), 1L << index, term.slots());
    capture = MethodHandles.filterArguments(capture, 1, slots);
    MethodType wanted = site.insertParameterTypes(0, Pinned.class);
    int[] order = new int[wanted.parameterCount() + 1];
    for (int i = 1; i < order.length; i++) {
      order[i] = i - 1;
    }
    return Handles.arrange(capture, wanted, order);
  }

  /** Inside a clause no value is captured that needs another call: such a handoff is skipped. */
  static Pinned unlessInClause(Pinned skipped, Pinned pinned) {
    if (!Lane.current().on) {
      return pinned;
    }
    if (pinned.bits() != Judge.SKIP) {
      Asking.countSkipped();
    }
    return skipped;
  }

  static long slots(Object held, long declaration, long slots, Pinned pinned) {
    return pinned == held || (pinned.bits() & declaration) == 0 ? slots : 0;
  }

  static Object wide(@Nullable Object[] carriers, Pinned pinned) {
    return new Wide(pinned, carriers);
  }
}
