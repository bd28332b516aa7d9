package dev.tenon.testkit;

import dev.tenon.verdict.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** How messages say what was recorded. */
final class Recorded {

  private Recorded() {}

  /** A clause that goes on after "but". */
  static String text(List<Violation> violations) {
    return switch (violations.size()) {
      case 0 -> "none was recorded.";
      case 1 -> "this one was recorded:\n\n" + violations.get(0).text();
      default ->
          violations.size()
              + " were recorded:\n\n"
              + violations.stream().map(Violation::text).collect(Collectors.joining("\n\n"));
    };
  }
}
