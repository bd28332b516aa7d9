package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Kept;

/**
 * Which invariants are tracked: those that were once seen false where it could not be told whether
 * the object was inside a call of its own. Thread-safe.
 */
final class Tracking {

  private static final Kept<Tracking> KEPT =
      new Kept<>() {
        @Override
        protected Tracking compute(Class<?> companion) {
          return new Tracking();
        }
      };

  private volatile boolean isOn;

  private Tracking() {}

  static boolean isOn(Class<?> companion) {
    return KEPT.of(companion).isOn;
  }

  /** From the next entry on, all bodies under these invariants note which objects are open. */
  static void start(Class<?> companion) {
    Tracking kept = KEPT.of(companion);
    if (!kept.isOn) {
      kept.isOn = true;
      Switches.throwOne(companion);
    }
  }
}
