package dev.tenon.internal.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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

  /** The outermost, apart from the others too: most calls of such objects are inside no other. */
  private final Opening first = new Opening();

  /** As many as calls were ever under way at once: none is made anew for a call. */
  private Opening[] entries = {first};

  private int depth;
  private long numbers;
  private @Nullable List<Pending> pending;

  /**
   * Notes a call.
   *
   * <p>The depth of the outermost is written as a constant, here and at its end: computed from what
   * was read, it would make each call wait until the one before has written it, which costs more
   * than all the rest.
   */
  void push(Object object, Plan plan) {
    if (depth == 0) {
      first.note(object, plan, numbers);
      depth = 1;
      return;
    }
    if (depth == entries.length) {
      grow();
    }
    entries[depth].note(object, plan, numbers);
    depth++;
  }

  /** Numbers a judgement that waits, from 1. */
  long number() {
    return ++numbers;
  }

  private void grow() {
    if (depth >= MOST_MADE) {
      keep(entry -> entry.object != entry.plan());
      if (depth < entries.length) {
        return;
      }
    }
    int before = entries.length;
    Opening[] more = Arrays.copyOf(entries, Math.max(FEWEST, depth * 2));
    for (int i = before; i < more.length; i++) {
      more[i] = new Opening();
    }
    entries = more;
  }

  /**
   * Takes out the innermost entry of this object or plan, with what was left behind above it.
   *
   * @return how many judgements had a number when it was noted that the object is made; of another
   *     call any number
   */
  long pop(Object object, Plan plan) {
    if (depth == 1 && first.isOf(object, plan)) {
      first.object = null;
      depth = 0;
      return first.before;
    }
    int top = depth - 1;
    if (top >= 0 && entries[top].isOf(object, plan)) {
      entries[top].object = null;
      depth = top;
      return entries[top].before;
    }
    return popBelow(object, plan);
  }

  private long popBelow(Object object, Plan plan) {
    for (int i = depth - 1; i >= 0; i--) {
      Opening entry = entries[i];
      if (entry.plan == plan.reference() && (entry.object == object || entry.object == plan)) {
        cut(i);
        return entry.before;
      }
    }
    return NEVER;
  }

  private void cut(int length) {
    for (int i = length; i < depth; i++) {
      entries[i].object = null;
    }
    depth = length;
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
    while (end > depth - guards && end > 0 && entries[end - 1].isOfProxy(object)) {
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

  private boolean isOpen(Object object, int end) {
    for (int i = 0; i < end; i++) {
      if (entries[i].object == object) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may be that an object under the invariants of a type is just being made. */
  boolean mayBeMade(Class<?> type, Class<?> declaring) {
    for (int i = 0; i < depth; i++) {
      if (entries[i].isMade(type, declaring)) {
        return true;
      }
    }
    return false;
  }

  /** How many entries are of woven bodies that the stack takes for calls under these invariants. */
  int woven(Class<?> declaring, Class<?> receiver) {
    int woven = 0;
    for (int i = 0; i < depth; i++) {
      Plan plan = entries[i].plan();
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
      Plan plan = entries[i].plan();
      if (plan != null && plan.body().isProxy()) {
        return true;
      }
    }
    return false;
  }

  /** Forgets an object that the stack knows nothing of. */
  void forget(Object object) {
    keep(entry -> entry.object != object);
  }

  /** Forgets what may be an object that is made, where the stack knows of no constructor. */
  void forgetMade(Class<?> type, Class<?> declaring) {
    keep(entry -> !entry.isMade(type, declaring));
  }

  private void keep(Predicate<Opening> isKept) {
    int kept = 0;
    for (int i = 0; i < depth; i++) {
      if (isKept.test(entries[i])) {
        entries[kept].take(entries[i]);
        kept++;
      }
    }
    cut(kept);
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
