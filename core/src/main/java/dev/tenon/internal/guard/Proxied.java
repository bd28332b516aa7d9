package dev.tenon.internal.guard;

import dev.tenon.verdict.Violation;
import org.jspecify.annotations.Nullable;

/** The end of a call that went through a JDK proxy: what is behind it may have reported first. */
final class Proxied {

  private Proxied() {}

  static @Nullable Violation end(
      Engine engine, Lane lane, Ending ending, Object proxy, @Nullable Duty from, int code) {
    Plan plan = ending.plan();
    Throwable thrown = ending.thrown();
    Passage passage = endPassage(lane, plan);
    if (passage != null && !passage.isReported()) {
      return late(engine, plan, proxy, ending.arguments(), thrown);
    }
    if (Targets.isGuarded(proxy)) {
      return null;
    }
    if (ending.bits() != Judge.PASSING
        && (thrown == null || Judge.isJudged(plan, ending.bits(), thrown))) {
      int left = Reported.left();
      Violation enforced = Judge.end(engine, ending, from, code);
      if (thrown == null || enforced != null || Reported.left() != left) {
        return enforced;
      }
    }
    Reported.passed(plan);
    return null;
  }

  /** Takes the passage of a proxied call off the lane, with any that an error left above it. */
  private static @Nullable Passage endPassage(Lane lane, Plan plan) {
    for (Passage at = lane.passage; at != null; at = at.outer()) {
      if (at.isOf(plan)) {
        lane.passage = at.outer();
        return at;
      }
    }
    return null;
  }

  /** No guard behind the proxy was reached, so its own finding counts. */
  private static @Nullable Violation late(
      Engine engine,
      Plan plan,
      Object self,
      @Nullable Object[] arguments,
      @Nullable Throwable thrown) {
    Object behind = Targets.behind(self, plan);
    if (thrown != null && behind != null && Frameworks.isAnswer(thrown)) {
      return Front.answered(engine, plan.of(behind.getClass()), self, arguments, thrown);
    }
    return Judge.refused(engine, plan, self, Judge.preconditions(plan, self, arguments), arguments);
  }
}
