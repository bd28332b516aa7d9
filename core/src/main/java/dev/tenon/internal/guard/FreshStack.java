package dev.tenon.internal.guard;

import dev.tenon.internal.check.Side;
import org.jspecify.annotations.Nullable;

/**
 * Tells a clause that recurses for ever from an application that is deep: by asking the clause
 * again where the stack is empty.
 *
 * <p>That is on a thread of its own, which holds no lock of the failing thread and has none of its
 * thread locals. Whatever comes of it but another full stack proves nothing against the clause.
 */
final class FreshStack {

  /** Fewer frames of a clause fill no stack that had any room. */
  private static final int FEWEST_FRAMES = 64;

  /** Larger than those of usual threads, so that what has room there has room here. */
  private static final long BYTES = 8L << 20;

  /** A clause may wait for a lock that the failing thread holds; filling the stack takes 0.1 s. */
  private static final int PATIENCE_MILLIS = 5_000;

  private FreshStack() {}

  /**
   * Has what is needed later loaded while the stack is not full: a class of the JDK whose
   * initialiser overflows fails for ever, and one of those reads the traces of all exceptions.
   */
  static void load() {
    Attempt.load();
    try {
      // With a frame of a module of the JDK, or that class is left out.
      Integer.parseInt("");
    } catch (NumberFormatException expected) {
      isShort(expected);
    }
  }

  /**
   * Whether a clause fills that stack as well.
   *
   * @param side its side
   * @param clause its number
   * @param operands what it is asked with
   * @param overflow what it threw when it was asked here
   */
  static boolean overflows(Side side, int clause, @Nullable Object[] operands, Throwable overflow) {
    if (isShort(overflow)) {
      return false;
    }
    Attempt attempt = new Attempt(side, clause, operands);
    Thread thread = new Thread(null, attempt, "tenon-clause", BYTES, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    try {
      thread.start();
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (OutOfMemoryError noThread) {
      return false;
    }
    Throwable failure = attempt.failure;
    if (failure == null) {
      return false;
    }
    Faults.passVirtualMachineErrors(failure);
    return Faults.isStackExhausted(failure);
  }

  /** Whether the guard stands so near the end of the stack that the clause had no room. */
  private static boolean isShort(Throwable overflow) {
    StackTraceElement[] frames = overflow.getStackTrace();
    for (int i = 0; i < FEWEST_FRAMES && i < frames.length; i++) {
      if (frames[i].getClassName().equals(Side.class.getName())) {
        return true;
      }
    }
    return false;
  }

  /** One question, asked elsewhere. */
  private static final class Attempt implements Runnable {

    private final Side side;
    private final int clause;
    private final @Nullable Object[] operands;
    private volatile @Nullable Throwable failure;

    Attempt(Side side, int clause, @Nullable Object[] operands) {
      this.side = side;
      this.clause = clause;
      this.operands = operands;
    }

    static void load() {}

    @Override
    public void run() {
      Lane lane = Lane.current();
      lane.on = true;
      try {
        side.ask(clause, operands);
      } catch (Throwable thrown) {
        failure = thrown;
      } finally {
        lane.on = false;
      }
    }
  }
}
