package dev.tenon.internal.guard;

import dev.tenon.verdict.Violation;
import org.jspecify.annotations.Nullable;

/**
 * An object whose invariant was false where a call of it ended, while it could not be told whether
 * another call of it goes on around that one: judged when the next call around ends.
 *
 * @param object the object
 * @param finding the invariant that was false
 * @param broken the violation that it is when the object was not open
 * @param reentry what is recorded when the object was open; null when it called itself
 * @param isMade whether it may be the object that a constructor around makes: if that throws,
 *     nobody can tell any more
 * @param number of this judgement, in the order in which they began to wait
 * @param guards how many checking proxies in front of that call are still to be left
 */
record Pending(
    Object object,
    Finding finding,
    Violation broken,
    @Nullable Violation reentry,
    boolean isMade,
    long number,
    int guards) {

  /** The same, where it is known that it is not made. */
  Pending ofWhole() {
    return new Pending(object, finding, broken, reentry, false, number, guards);
  }

  /** The same, where one of the proxies in front was left. */
  Pending left() {
    return new Pending(object, finding, broken, reentry, isMade, number, guards - 1);
  }
}
