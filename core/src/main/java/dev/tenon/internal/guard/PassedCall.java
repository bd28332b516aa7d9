package dev.tenon.internal.guard;

import org.jspecify.annotations.Nullable;

/**
 * A call under way whose client broke its own promise, or one that could not be decided, and was
 * let pass: what the supplier's declarations ask was judged there as well.
 *
 * @param outer the next one further out; null for the outermost
 * @param plan of the guard at the call
 * @param asked the same with what the supplier declares
 * @param place where the call is; null when that is not known
 */
record PassedCall(@Nullable PassedCall outer, Plan plan, Plan asked, @Nullable Place place) {

  /** Whether a finding of a guard behind was judged at the call itself. */
  static boolean isJudged(Finding finding, @Nullable Place place) {
    for (PassedCall at = Lane.current().passed; at != null && place != null; at = at.outer) {
      if (place.equals(at.place) && at.hasJudged(finding)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the client at this place broke a promise of the call that is under way from there. */
  static boolean isAt(@Nullable Place place) {
    for (PassedCall at = Lane.current().passed; at != null && place != null; at = at.outer) {
      if (place.equals(at.place)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasJudged(Finding finding) {
    return asked.terms().stream()
        .anyMatch(
            term ->
                term.checks().isSame(finding.term().checks())
                    && (term.judgedRequires() & 1L << finding.number()) != 0);
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
