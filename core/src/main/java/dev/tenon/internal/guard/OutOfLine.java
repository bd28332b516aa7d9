package dev.tenon.internal.guard;

import org.jspecify.annotations.Nullable;

/**
 * The judges, where a compiler cannot see through the call: one that was needed once must not be
 * compiled into every handoff that holds. It would take the compiler seconds.
 *
 * <p>HotSpot takes no method into another whose signature names a class that is not loaded, and
 * nobody loads {@link Never}. A method handle in a field that is not final would do as well, but
 * calls of these go through code that all method handles of the JVM share, whose past decides what
 * the compiler can see of the handoff around it.
 */
final class OutOfLine {

  private OutOfLine() {}

  /** Never loaded: as a name it is enough. */
  private static final class Never {}

  static @Nullable Pinned entry(
      Plan plan, int term, int code, @Nullable Object self, @Nullable Object[] arguments) {
    return entry(plan, term, code, self, arguments, null);
  }

  @SuppressWarnings("UnusedVariable") // its type is what it is for
  private static @Nullable Pinned entry(
      Plan plan,
      int term,
      int code,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Never never) {
    return plan.pinned(Judge.entry(plan, term, code, self, arguments));
  }

  static void exit(
      Object pinned,
      @Nullable Duty from,
      int code,
      @Nullable Throwable thrown,
      @Nullable Object result,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object[] old) {
    exit(pinned, from, code, thrown, result, self, arguments, old, null);
  }

  @SuppressWarnings("UnusedVariable")
  private static void exit(
      Object pinned,
      @Nullable Duty from,
      int code,
      @Nullable Throwable thrown,
      @Nullable Object result,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object[] old,
      @Nullable Never never) {
    Judge.exit((Pinned) pinned, from, code, thrown, result, self, arguments, old);
  }

  static void pinnedExit(
      Object state,
      @Nullable Throwable thrown,
      @Nullable Object result,
      @Nullable Object self,
      @Nullable Object[] arguments) {
    pinnedExit(state, thrown, result, self, arguments, null);
  }

  @SuppressWarnings("UnusedVariable")
  private static void pinnedExit(
      Object state,
      @Nullable Throwable thrown,
      @Nullable Object result,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Never never) {
    Judge.pinnedExit(state, thrown, result, self, arguments);
  }

  static void front(Object state, Throwable thrown, Object self, @Nullable Object[] arguments) {
    front(state, thrown, self, arguments, null);
  }

  @SuppressWarnings("UnusedVariable")
  private static void front(
      Object state,
      Throwable thrown,
      Object self,
      @Nullable Object[] arguments,
      @Nullable Never never) {
    Front.judge(state, thrown, self, arguments);
  }
}
