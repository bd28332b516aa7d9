package dev.tenon.internal.guard;

import org.jspecify.annotations.Nullable;

/**
 * A call under way through a JDK proxy whose preconditions did not all hold at the proxy.
 *
 * <p>A guard behind the proxy that finds the same reports it, so that the interceptors run as they
 * would without checks and the supplier is known; the proxy itself only when none did.
 */
final class Passage {

  private final @Nullable Passage outer;
  private final Plan plan;
  private boolean isReported;

  Passage(@Nullable Passage outer, Plan plan, boolean isReported) {
    this.outer = outer;
    this.plan = plan;
    this.isReported = isReported;
  }

  @Nullable Passage outer() {
    return outer;
  }

  boolean isOf(Plan other) {
    return plan == other;
  }

  boolean isReported() {
    return isReported;
  }

  /** Whether this handoff is reported already; from now on it is. */
  boolean report(Plan behind) {
    if (!concerns(behind)) {
      return false;
    }
    boolean before = isReported;
    isReported = true;
    return before;
  }

  /** The class behind the proxy may declare more than the proxy does. */
  private boolean concerns(Plan behind) {
    return behind.terms().stream().anyMatch(this::isShared);
  }

  private boolean isShared(Term behind) {
    return plan.terms().stream().anyMatch(term -> term.checks().isSame(behind.checks()));
  }
}
