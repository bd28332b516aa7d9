package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/** Finds out which clause threw when several were asked at once. */
final class Thrower {

  private static final String CONTRACT = "$$Contract";
  private static final String CLAUSES = "$$Clauses";

  private Thrower() {}

  /**
   * The clause whose method was called directly by the check.
   *
   * @param checks the declaration
   * @param role {@code requires} or {@code ensures}
   * @param thrown what was thrown; null when that is lost
   * @return its number among the clauses of the role; -1 when it is not known
   */
  static int clause(Checks checks, String role, @Nullable Throwable thrown) {
    String companion = checks.companion().getName();
    if (thrown == null || !companion.endsWith(CONTRACT)) {
      return -1;
    }
    String clauses = companion.substring(0, companion.length() - CONTRACT.length()) + CLAUSES;
    StackTraceElement[] frames = thrown.getStackTrace();
    for (int i = frames.length - 2; i >= 0; i--) {
      String method = frames[i].getMethodName();
      if (frames[i].getClassName().equals(clauses)
          && frames[i + 1].getClassName().equals(companion)
          && method.startsWith(role + "$")) {
        return Integer.parseInt(method.substring(method.lastIndexOf('$') + 1));
      }
    }
    return -1;
  }
}
