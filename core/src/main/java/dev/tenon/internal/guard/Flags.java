package dev.tenon.internal.guard;

import dev.tenon.contract.companion.Flag;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The re-entrancy flag of each thread. Not inherited; made when a thread first needs it.
 *
 * <p>A thread's flag stands in a table at the thread's number, and is the thread's for as long as
 * it lives; where another living thread came first, it is in a thread local. The way through {@link
 * ThreadLocal} alone costs 3 to 8 ns a handoff, since the write to the flag waits for that chain of
 * reads; this one costs 1.
 */
final class Flags {

  /** A power of two. Threads whose numbers differ by a multiple of it share a place. */
  static final int PLACES = 1024;

  private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Owned[].class);
  private static final @Nullable Owned[] TABLE = new Owned[PLACES];
  private static final ThreadLocal<@Nullable Owned> DISPLACED = new ThreadLocal<>();

  private Flags() {}

  static Flag current() {
    Thread thread = Thread.currentThread();
    int place = place(thread);
    Owned found = TABLE[place];
    return found != null && found.owner.refersTo(thread) ? found : find(thread, place);
  }

  /** The number may be overridden by the application, so it says where to look and no more. */
  private static int place(Thread thread) {
    return (int) thread.getId() & (PLACES - 1);
  }

  private static Owned find(Thread thread, int place) {
    Owned displaced = DISPLACED.get();
    Owned own = displaced == null ? new Owned(thread) : displaced;
    Owned before = TABLE[place];
    // A living thread is never displaced: it may be evaluating a clause under that very flag.
    boolean isFree = before == null || before.isFree();
    if (isFree && PLACE.compareAndSet(TABLE, place, before, own)) {
      return own;
    }
    if (displaced == null) {
      DISPLACED.set(own);
    }
    return own;
  }

  /** The flag of one thread, which it does not keep alive. */
  private static final class Owned extends Flag {

    private final WeakReference<Thread> owner;

    Owned(Thread owner) {
      this.owner = new WeakReference<>(owner);
    }

    boolean isFree() {
      Thread thread = owner.get();
      return thread == null || !thread.isAlive();
    }
  }
}
