package dev.tenon.internal.guard;

/**
 * What the innermost guard of a handoff has reported, for those in front of it: they judge the same
 * call again on its way out and must not report it twice.
 *
 * <p>Made only on a violation that was not thrown; holds no value of the application.
 */
final class Reported {

  private final String clause;
  private int guards;

  private Reported(String clause, int guards) {
    this.clause = clause;
    this.guards = guards;
  }

  /** Tells the guards in front that this is reported. */
  static void toGuards(Finding finding, int guards) {
    Lane.current().reported = guards > 0 ? new Reported(id(finding), guards) : null;
  }

  /** Whether a guard was told so; each of them is told once. */
  static boolean already(Finding finding) {
    Lane lane = Lane.current();
    Reported last = lane.reported;
    if (last == null || !last.clause.equals(id(finding))) {
      return false;
    }
    last.guards--;
    if (last.guards == 0) {
      lane.reported = null;
    }
    return true;
  }

  private static String id(Finding finding) {
    return finding.term().checks().declaring().getName()
        + '.'
        + finding.term().checks().operation().name()
        + '#'
        + finding.clause().name();
  }
}
