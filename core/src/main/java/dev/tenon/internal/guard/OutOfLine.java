package dev.tenon.internal.guard;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The judges and what they are handed, where a compiler does not see through the call: what was
 * needed once must not be compiled into every handoff that holds. It would take the compiler
 * seconds.
 *
 * <p>Nobody throws this. HotSpot's second compiler takes no method of an exception into a method of
 * another class, however often it is called.
 */
@SuppressWarnings("serial") // there is no instance
final class OutOfLine extends Throwable {

  private OutOfLine() {}

  static @Nullable Pinned entry(
      Plan plan, int term, int code, @Nullable Object self, @Nullable Object[] arguments) {
    return plan.pinned(Judge.entry(plan, term, code, self, arguments));
  }

  static void exit(
      @Nullable Duty from,
      int code,
      Object pinned,
      @Nullable Throwable thrown,
      @Nullable Object result,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object[] old) {
    Judge.exit((Pinned) pinned, from, code, thrown, result, self, arguments, old);
  }

  static void pinnedExit(
      Object state,
      @Nullable Throwable thrown,
      @Nullable Object result,
      @Nullable Object self,
      @Nullable Object[] arguments) {
    Judge.pinnedExit(state, thrown, result, self, arguments);
  }

  static void front(Object state, Throwable thrown, Object self, @Nullable Object[] arguments) {
    Front.judge(state, thrown, self, arguments);
  }

  /** The first of them, so many. */
  static @Nullable Object[] pack(
      int count,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth,
      @Nullable Object fifth,
      @Nullable Object sixth) {
    return Arrays.copyOf(new Object[] {first, second, third, fourth, fifth, sixth}, count);
  }

  static Object box(int value) {
    return value;
  }

  static Object box(long value) {
    return value;
  }

  static Object box(double value) {
    return value;
  }
}
