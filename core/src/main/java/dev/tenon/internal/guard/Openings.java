package dev.tenon.internal.guard;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects that one thread is inside a call of, the innermost last. An object that is being made
 * is not known before its constructor is left: the plan stands for it.
 *
 * <p>Confined to its thread. A full stack may leave an entry behind: who finds one asks the stack
 * whether it is true.
 */
final class Openings {

  private static final int FEWEST = 8;

  /** Constructors that throw leave their marks behind: so many may stay until they are dropped. */
  private static final int MOST_MADE = 1024;

  /** What waits for a constructor that throws waits until a later call ends: not for ever more. */
  private static final int MOST_PENDING = 64;

  /** What {@link #pop} gives for what was never noted. */
  static final long NEVER = Long.MAX_VALUE;

  private static final @Nullable Object[] NO_OBJECTS = new Object[0];

  private @Nullable Object[] objects = NO_OBJECTS;

  /** By reference, so that it can stay behind: the next entry at its place is often of it. */
  private @Nullable Object[] plans = NO_OBJECTS;

  private long[] times = new long[0];
  private long time;

  private int depth;
  private @Nullable List<Pending> pending;

  void push(Object object, Plan plan) {
    if (depth == objects.length) {
      grow();
    }
    objects[depth] = object;
    if (plans[depth] != plan.reference()) {
      plans[depth] = plan.reference();
    }
    time++;
    times[depth] = time;
    depth++;
  }

  /** A count that grows with each entry. */
  long time() {
    return time;
  }

  private void grow() {
    if (depth >= MOST_MADE) {
      keep(i -> objects[i] != plan(i));
      if (depth < objects.length) {
        return;
      }
    }
    int length = Math.max(FEWEST, depth * 2);
    objects = Arrays.copyOf(objects, length);
    plans = Arrays.copyOf(plans, length);
    times = Arrays.copyOf(times, length);
  }

  /**
   * Takes out the innermost entry of this object or plan, with what was left behind above it.
   *
   * @return the time of the entry
   */
  long pop(Object object, Plan plan) {
    int top = depth - 1;
    if (top >= 0 && objects[top] == object && plans[top] == plan.reference()) {
      objects[top] = null;
      depth = top;
      return times[top];
    }
    return popBelow(object, plan);
  }

  private long popBelow(Object object, Plan plan) {
    for (int i = depth - 1; i >= 0; i--) {
      if (plans[i] == plan.reference() && (objects[i] == object || objects[i] == plan)) {
        Arrays.fill(objects, i, depth, null);
        depth = i;
        return times[i];
      }
    }
    return NEVER;
  }

  boolean isOpen(Object object) {
    return isOpen(object, depth);
  }

  /**
   * How many of the innermost entries are of the call that ends: guards in front noted it as well.
   *
   * @param guards how many checking proxies stand in front of it in the same handoff
   */
  int inFront(Object object, int guards) {
    int end = depth;
    while (end > depth - guards && end > 0 && isOfProxy(end - 1, object)) {
      end--;
    }
    return depth - end;
  }

  /**
   * Whether an object is inside another call than the one that ends.
   *
   * @param inFront how many entries are of that call
   */
  boolean isOpenBefore(Object object, int inFront) {
    return isOpen(object, depth - inFront);
  }

  private @Nullable Plan plan(int entry) {
    return plans[entry] instanceof WeakReference<?> reference
            && reference.get() instanceof Plan plan
        ? plan
        : null;
  }

  private boolean isOfProxy(int entry, Object object) {
    Plan plan = plan(entry);
    return objects[entry] == object && plan != null && plan.body().isProxy();
  }

  private boolean isOpen(Object object, int end) {
    for (int i = 0; i < end; i++) {
      if (objects[i] == object) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may be that an object under the invariants of a type is just being made. */
  boolean mayBeMade(Class<?> type, Class<?> declaring) {
    for (int i = 0; i < depth; i++) {
      if (isMade(i, type, declaring)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMade(int number, Class<?> type, Class<?> declaring) {
    Plan plan = plan(number);
    return plan != null
        && objects[number] == plan
        && plan.implementation().owner().isAssignableFrom(type)
        && plan.body().isUnderInvariantsOf(declaring);
  }

  /** How many entries are of woven bodies that the stack takes for calls under these invariants. */
  int woven(Class<?> declaring, Class<?> receiver) {
    int woven = 0;
    for (int i = 0; i < depth; i++) {
      Plan plan = plan(i);
      if (plan != null
          && !plan.body().isProxy()
          && plan.body().mayBeUnderInvariantsOf(declaring, receiver)) {
        woven++;
      }
    }
    return woven;
  }

  /** Whether some entry is of a checking proxy. */
  boolean hasProxied() {
    for (int i = 0; i < depth; i++) {
      Plan plan = plan(i);
      if (plan != null && plan.body().isProxy()) {
        return true;
      }
    }
    return false;
  }

  /** Forgets an object that the stack knows nothing of. */
  void forget(Object object) {
    keep(i -> objects[i] != object);
  }

  /** Forgets what may be an object that is made, where the stack knows of no constructor. */
  void forgetMade(Class<?> type, Class<?> declaring) {
    keep(i -> !isMade(i, type, declaring));
  }

  private void keep(IntPredicate isKept) {
    int kept = 0;
    for (int i = 0; i < depth; i++) {
      if (isKept.test(i)) {
        objects[kept] = objects[i];
        plans[kept] = plans[i];
        times[kept] = times[i];
        kept++;
      }
    }
    Arrays.fill(objects, kept, depth, null);
    depth = kept;
  }

  boolean hasPending() {
    return pending != null;
  }

  void await(Pending judgement) {
    List<Pending> all = pending;
    if (all == null) {
      all = new ArrayList<>();
      pending = all;
    }
    all.removeIf(other -> other.object() == judgement.object());
    if (all.size() == MOST_PENDING) {
      all.remove(0);
    }
    all.add(judgement);
  }

  List<Pending> takePending() {
    List<Pending> all = pending;
    pending = null;
    return all == null ? List.of() : all;
  }
}
