package dev.tenon.internal.guard;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A thread that may be inside a call which is not counted, by a frame of its stack.
 *
 * <p>Whoever looks at the stack of another thread sees that the frame is gone, or one like it. The
 * thread itself knows better: once its stack is so short that a call which begins stands in the
 * place of that frame, the frame is gone, and the call that begins is counted.
 *
 * <p>Thread-safe.
 */
final class Straggler {

  /** Those that have not been seen to be gone. */
  private static final List<Straggler> ALL = new CopyOnWriteArrayList<>();

  private static final StackWalker WALKER = StackWalker.getInstance();

  private final WeakReference<Thread> thread;
  private final int depth;
  private volatile boolean isGone;
  private long entries;

  /**
   * A thread that is noted until it is gone.
   *
   * @param thread the thread
   * @param depth how many frames of the application the one in question has below it
   */
  Straggler(Thread thread, int depth) {
    this.thread = new WeakReference<>(thread);
    this.depth = depth;
    ALL.add(this);
  }

  /**
   * A counted call of this thread begins.
   *
   * @param self the supplier
   */
  static void enter(Object self) {
    if (ALL.isEmpty()) {
      return;
    }
    for (Straggler each : ALL) {
      if (!each.isGone() && each.isOf(Thread.currentThread()) && each.isUnwound(self)) {
        each.leave();
      }
    }
  }

  /** More and more rarely asked: what makes many calls while it is inside cannot be told. */
  private boolean isUnwound(Object self) {
    entries++;
    // The body of a lambda does not stand on the stack yet, every other one does.
    int own = self.getClass().isHidden() ? 0 : 1;
    return Long.bitCount(entries) == 1 && frames() - own <= depth;
  }

  /** How many frames of the application this thread has. */
  static long frames() {
    try {
      return WALKER.walk(
          frames -> frames.filter(frame -> Inside.isApplication(frame.getClassName())).count());
    } catch (StackOverflowError full) {
      return Long.MAX_VALUE;
    }
  }

  void leave() {
    new Throwable(
            "DEBUG leave "
                + depth
                + " "
                + thread()
                + " frames "
                + frames()
                + " cur "
                + Thread.currentThread())
        .printStackTrace();
    isGone = true;
    ALL.remove(this);
  }

  boolean isGone() {
    if (!isGone && thread() == null) {
      leave();
    }
    return isGone;
  }

  boolean isOf(Thread other) {
    return thread.refersTo(other);
  }

  /** Null when it has ended. */
  @Nullable Thread thread() {
    Thread found = thread.get();
    return found != null && found.isAlive() ? found : null;
  }

  int depth() {
    return depth;
  }
}
