package dev.tenon.internal.guard;

import org.jspecify.annotations.Nullable;

/** A call under way through a checking proxy, which asks before what stands behind it does. */
final class GuardedCall {

  private final Lane lane;
  private final @Nullable GuardedCall outer;

  /** What the proxy guards; in front of a JDK proxy it knows nothing of the class behind. */
  private final Body body;

  private @Nullable Reported told;

  private GuardedCall(Lane lane, Body body) {
    this.lane = lane;
    this.outer = lane.guarded;
    this.body = body;
  }

  static GuardedCall begin(Body body) {
    Lane lane = Lane.current();
    GuardedCall call = new GuardedCall(lane, body);
    lane.guarded = call;
    return call;
  }

  /** What stands behind is left: from here on the proxy itself is asked. */
  void isLeft() {
    told = lane.reported;
  }

  void end() {
    lane.guarded = outer;
    if (told != null) {
      Reported.left(lane, told);
    }
  }

  /**
   * Whether a checking proxy in front asks the same clause.
   *
   * @param asking the guard behind, or one of the proxies itself
   * @param guards how many of them stand in front of it in the same handoff
   */
  static boolean isAskedInFront(Finding finding, Body asking, int guards) {
    GuardedCall at = Lane.current().guarded;
    if (at != null && at.body == asking) {
      at = at.outer;
    }
    for (int i = 0; i < guards && at != null; i++) {
      if (at.body.isBoundBy(finding.term().checks())) {
        return true;
      }
      at = at.outer;
    }
    return false;
  }
}
