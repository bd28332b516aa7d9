package dev.tenon.internal.guard;

import dev.tenon.contract.companion.Flag;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What one thread is doing at the seams: its re-entrancy flag, and what a failing call leaves for
 * the guards inside and in front of it. Not inherited; made when a thread first needs it, and it
 * does not keep the thread alive.
 *
 * <p>All but the owner is confined to the thread.
 */
final class Lane extends Flag {

  private final WeakReference<Thread> owner;

  /** The innermost proxied call under way whose entry was false; null when there is none. */
  @Nullable Passage passage;

  /** What the innermost guard has reported to those in front of it; null when there is nothing. */
  @Nullable Reported reported;

  /** The innermost call under way through a checking proxy; null when there is none. */
  @Nullable GuardedCall guarded;

  /** The objects that this thread is inside a call of, as far as they are tracked. */
  final Openings openings = new Openings();

  Lane(Thread owner) {
    this.owner = new WeakReference<>(owner);
  }

  static Lane current() {
    return Lanes.current();
  }

  boolean isOf(Thread thread) {
    return owner.refersTo(thread);
  }

  /** Its thread; null when that has ended. */
  @Nullable Thread owner() {
    Thread thread = owner.get();
    return thread != null && thread.isAlive() ? thread : null;
  }
}
