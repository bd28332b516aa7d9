package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A call under way whose client broke its own promise, or one that could not be decided, and was
 * let pass: all that the guards behind it would ask at entry is judged already.
 *
 * @param outer the next one further out; null for the outermost
 * @param plan of the guard at the call
 * @param behind what the supplier declares, which was asked too
 * @param place where the call is; null when that is not known
 */
record PassedCall(@Nullable PassedCall outer, Plan plan, Body behind, @Nullable Place place) {

  /** Whether a finding of a guard behind was judged at the call itself. */
  static boolean isJudged(Finding finding, @Nullable Place place) {
    for (PassedCall at = Lane.current().passed; at != null && place != null; at = at.outer) {
      if (place.equals(at.place) && at.hasAsked(finding.term().checks())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasAsked(Checks checks) {
    return plan.body().isBoundBy(checks) || behind.isBoundBy(checks);
  }

  /** The call ends: it is taken off the lane, with any that an error left above it. */
  static void end(Plan plan) {
    Lane lane = Lane.current();
    for (PassedCall at = lane.passed; at != null; at = at.outer) {
      if (at.plan == plan) {
        lane.passed = at.outer;
        return;
      }
    }
  }
}
