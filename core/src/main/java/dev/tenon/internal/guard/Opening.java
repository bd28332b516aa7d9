package dev.tenon.internal.guard;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** That a thread is inside a call of an object. Used again for later calls. */
final class Opening {

  /** The object; the plan while it is being made; null after the call. */
  @Nullable Object object;

  /** By reference, so that it can stay behind: the next call at its place is often of it. */
  @Nullable WeakReference<Plan> plan;

  /** How many judgements had a number when the object began to be made; else nothing. */
  long before;

  void note(Object object, Plan plan, long before) {
    this.object = object;
    if (this.plan != plan.reference()) {
      this.plan = plan.reference();
    }
    if (object == plan) {
      this.before = before;
    }
  }

  void take(Opening other) {
    object = other.object;
    plan = other.plan;
    before = other.before;
  }

  boolean isOf(Object sought, Plan known) {
    return object == sought && plan == known.reference();
  }

  @Nullable Plan plan() {
    return plan == null ? null : plan.get();
  }

  boolean isOfProxy(Object sought) {
    Plan known = plan();
    return object == sought && known != null && known.body().isProxy();
  }

  /** Whether it may be of an object under the invariants of a type that is just being made. */
  boolean isMade(Class<?> type, Class<?> declaring) {
    Plan known = plan();
    return known != null
        && object == known
        && known.implementation().owner().isAssignableFrom(type)
        && known.body().isUnderInvariantsOf(declaring);
  }
}
