package dev.tenon.internal.guard;

import org.jspecify.annotations.Nullable;

/** What must not be swallowed. */
final class Faults {

  private static final int CAUSES = 8;

  private Faults() {}

  /**
   * An exhausted stack may be a clause's own doing; every other failure of the machine is nobody's
   * and passes.
   */
  static void passVirtualMachineErrors(Throwable failure) {
    if (failure instanceof VirtualMachineError error && !isStackExhausted(failure)) {
      throw error;
    }
  }

  /** A full stack says nothing about what was linked just then: it is linked at the next call. */
  static void passExhaustedStack(Throwable failure) {
    if (isStackExhausted(failure)) {
      StackOverflowError full = new StackOverflowError("while linking or judging");
      full.initCause(failure);
      throw full;
    }
  }

  /**
   * Whether the stack was exhausted: also in what the JDK wraps that in, when a class or call site
   * of ours is linked just then.
   */
  static boolean isStackExhausted(Throwable failure) {
    @Nullable Throwable each = failure;
    for (int depth = 0; each != null && depth < CAUSES; depth++) {
      if (each instanceof StackOverflowError) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }
}
