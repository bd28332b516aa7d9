package dev.tenon.internal.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The calls under way of the suppliers whose handoffs are counted. An object is known here only
 * while a call of it is under way. Thread-safe.
 */
final class Traffic {

  private static final Map<Supplier, Traffic> UNDER_WAY = new ConcurrentHashMap<>();

  /** How many calls have ended: one that does so while another begins is seen by this alone. */
  private static final AtomicLong ENDED = new AtomicLong();

  private final List<Call> calls = new ArrayList<>();

  private Traffic() {}

  static long ended() {
    return ENDED.get();
  }

  /**
   * A call begins, if it is judged at all.
   *
   * @param state its state; null when it is not judged
   * @param before how many calls had ended before anything of the call was looked at
   * @param self the supplier
   * @return the state
   */
  static @Nullable Object begin(@Nullable Object state, long before, Object self) {
    if (state != null) {
      Straggler.enter(self);
      enter(self, before);
    }
    return state;
  }

  private static void enter(Object self, long before) {
    UNDER_WAY.compute(
        new Supplier(self),
        (key, known) -> {
          Traffic traffic = known == null ? new Traffic() : known;
          traffic.add(new Call(Thread.currentThread(), ENDED.get() != before));
          return traffic;
        });
  }

  private void add(Call call) {
    calls.add(call);
    // By threads: what is nested in a call, or stands in front of it, is no other handoff.
    long threads = calls.stream().map(each -> each.thread).distinct().count();
    for (Call other : calls) {
      if (threads > 1) {
        other.most = Math.max(other.most, (int) threads);
      }
    }
  }

  /** A call ends that began before calls were counted: it has overlapped all that are under way. */
  static void leaveUncounted(Object self) {
    end();
    UNDER_WAY.computeIfPresent(
        new Supplier(self),
        (key, traffic) -> {
          for (Call each : traffic.calls) {
            if (each.thread != Thread.currentThread()) {
              each.most = Math.max(each.most, 2);
            }
          }
          return traffic;
        });
  }

  /** The innermost call of this thread on a supplier ends. */
  static void leave(Object self) {
    UNDER_WAY.computeIfPresent(
        new Supplier(self),
        (key, traffic) -> {
          Call own = traffic.innermost();
          if (own != null) {
            traffic.calls.remove(own);
            end();
          }
          return traffic.calls.isEmpty() ? null : traffic;
        });
  }

  /** What a clause calls changes nothing: it ends no handoff. */
  private static void end() {
    Lane lane = Lane.known();
    if (lane == null || !lane.on) {
      ENDED.incrementAndGet();
    }
  }

  /**
   * How many calls of a supplier were under way at once during the innermost one of this thread.
   *
   * @return at least 1; 0 when that is not known
   */
  static int most(Object self) {
    int[] most = {0};
    UNDER_WAY.computeIfPresent(
        new Supplier(self),
        (key, traffic) -> {
          Call own = traffic.innermost();
          most[0] = own == null || (own.isLate && own.most == 1) ? 0 : own.most;
          return traffic;
        });
    return most[0];
  }

  private @Nullable Call innermost() {
    Thread thread = Thread.currentThread();
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).thread == thread) {
        return calls.get(i);
      }
    }
    return null;
  }

  private static final class Call {

    private final Thread thread;

    /** Whether another call ended while this one began. */
    private final boolean isLate;

    private int most = 1;

    Call(Thread thread, boolean isLate) {
      this.thread = thread;
      this.isLate = isLate;
    }
  }

  /** A supplier, by identity: its own equality is application code. */
  private static final class Supplier {

    private final Object object;

    Supplier(Object object) {
      this.object = object;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Supplier supplier && supplier.object == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }
}
