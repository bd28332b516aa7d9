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

  /** The innermost call under way whose client broke its own promise; null when there is none. */
  @Nullable PassedCall passed;

  /** The innermost call of a client with a view behind which something did not hold; or null. */
  CallSites.@Nullable Told unheld;

  /** The objects that this thread is inside a call of, as far as they are tracked. */
  final Openings openings = new Openings();

  /** What a clause threw into the check that the judge is called for; weakly, it may be large. */
  private @Nullable WeakReference<Throwable> thrown;

  Lane(Thread owner) {
    this.owner = new WeakReference<>(owner);
  }

  static Lane current() {
    return Lanes.current();
  }

  /** Whether that was a full stack. */
  private boolean hasOverflowed;

  /** The last answer of a framework that is accounted for; weakly, it is the application's. */
  private @Nullable WeakReference<Throwable> answer;

  /** Whoever stands further out has nothing to say of this exception: it came from within. */
  void account(Throwable answer) {
    this.answer = new WeakReference<>(answer);
  }

  boolean hasAccountedFor(Throwable answer) {
    WeakReference<Throwable> last = this.answer;
    return last != null && last.refersTo(answer);
  }

  void threw(Throwable failure) {
    hasOverflowed = Faults.isStackExhausted(failure);
    thrown = hasOverflowed ? null : new WeakReference<>(failure);
  }

  boolean hasOverflowed() {
    return hasOverflowed;
  }

  /** What a clause threw last; null when that is gone. */
  @Nullable Throwable thrown() {
    WeakReference<Throwable> last = thrown;
    return last == null ? null : last.get();
  }

  /** The lane of this thread; null when it has needed none: then no flag is on and nothing open. */
  static @Nullable Lane known() {
    return Lanes.known();
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
