package dev.tenon.internal.guard;

import dev.tenon.internal.check.Side;
import dev.tenon.model.Clause.Role;
import dev.tenon.verdict.Evidence;
import dev.tenon.verdict.Rendering;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report says of an exception beside the values of the clause. */
final class Exceptions {

  private static final String THROWN = "thrown";

  private Exceptions() {}

  /** Adds what was thrown: its type alone, since a message may hold anything. */
  static Evidence with(Evidence evidence, Finding broken, @Nullable Throwable thrown) {
    Map<String, String> seen = new LinkedHashMap<>(evidence.seen());
    seen.put(THROWN, thrown == null ? "nothing" : described(broken, thrown));
    return new Evidence(seen, evidence.also(), evidence.notEvaluable());
  }

  private static String described(Finding broken, Throwable thrown) {
    String type = Rendering.typeName(thrown.getClass());
    return isDeclared(broken, thrown) ? type : type + " (no @Throws names it)";
  }

  private static boolean isDeclared(Finding broken, Throwable thrown) {
    Side side = broken.term().checks().side(Role.THROWS);
    for (int i = 0; i < side.clauses().size(); i++) {
      if (broken.term().checks().isThrowing(i, thrown)) {
        return true;
      }
    }
    return false;
  }
}
