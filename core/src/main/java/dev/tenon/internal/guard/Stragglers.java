package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The calls that began before the calls of a contract were counted, and have not ended: they change
 * suppliers, and nothing was noted of them. What tells of them is the stacks of all threads: of
 * those that are seen inside a supplier of the class, counted or not, each must have left once.
 *
 * <p>Thread-safe. One for each contract.
 */
final class Stragglers {

  /** All stacks are looked at for this, which stops the JVM: for so much less of the time. */
  private static final int REST = 10;

  /** Nobody shows the stacks of virtual threads; one that waits longer in a supplier is missed. */
  private static final long VIRTUAL_NS = TimeUnit.MINUTES.toNanos(1);

  /** What a thread needs to get from a body that has ended to where the end is noted. */
  private static final long LEAVING_NS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  private final long countedSince = System.nanoTime();
  private final Classes classes = new Classes();

  /**
   * Whether such a call of another thread may be under way on a supplier.
   *
   * @param self the supplier
   */
  boolean mayBeIn(Object self) {
    Known known = classes.of(self.getClass());
    if (known.isClear()) {
      return false;
    }
    long now = System.nanoTime();
    if (!known.mayLook(now)) {
      return true;
    }
    try {
      look(self.getClass(), known, now);
    } finally {
      known.rest(now);
    }
    if (known.isClear()) {
      LockSupport.parkNanos(LEAVING_NS);
      return false;
    }
    return true;
  }

  private void look(Class<?> type, Known known, long now) {
    Inside supplier = Inside.of(type);
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    Map<Thread, Integer> inside = new HashMap<>();
    stacks.forEach(
        (thread, stack) -> {
          int depth = supplier.outermost(stack);
          boolean isThisCall = thread == Thread.currentThread() && depth == Straggler.frames() - 1;
          if (depth >= 0 && !isThisCall) {
            inside.put(thread, depth);
          }
        });
    boolean mayBeVirtual =
        now - countedSince < VIRTUAL_NS
            && stacks.keySet().stream()
                .anyMatch(thread -> thread.getClass().getName().equals(CARRIER));
    known.saw(inside, mayBeVirtual);
  }

  /** What is known of the suppliers of one class. */
  private static final class Known {

    private @Nullable List<Straggler> found;
    private boolean mayBeVirtual;
    private boolean isLooking;
    private long rests;

    Known(long now) {
      this.rests = now;
    }

    /** Whether no other thread can be inside; what this one does overlaps with nothing it does. */
    synchronized boolean isClear() {
      if (found == null || mayBeVirtual) {
        return false;
      }
      found.removeIf(Straggler::isGone);
      return found.stream().allMatch(each -> each.isOf(Thread.currentThread()));
    }

    /**
     * Takes note of what a look has shown. Who was not inside at the first is never: what begins
     * later is counted.
     */
    synchronized void saw(Map<Thread, Integer> inside, boolean mayBeVirtual) {
      this.mayBeVirtual = mayBeVirtual;
      if (found == null) {
        List<Straggler> first = new ArrayList<>();
        inside.forEach((thread, depth) -> first.add(new Straggler(thread, depth)));
        found = first;
        return;
      }
      for (Straggler each : found) {
        Integer depth = inside.get(each.thread());
        if (depth == null || depth != each.depth()) {
          each.leave();
        }
      }
    }

    synchronized boolean mayLook(long now) {
      if (isLooking || now - rests < 0) {
        return false;
      }
      isLooking = true;
      return true;
    }

    synchronized void rest(long since) {
      long now = System.nanoTime();
      rests = now + REST * (now - since);
      isLooking = false;
    }
  }

  private static final class Classes extends Kept<Known> {

    @Override
    protected Known compute(Class<?> type) {
      return new Known(System.nanoTime());
    }
  }
}
