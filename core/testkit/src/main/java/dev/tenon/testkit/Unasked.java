package dev.tenon.testkit;

import dev.tenon.Seams;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The failure of a test that ends with violations that nobody asked for. */
final class Unasked {

  private static final int MOST = 10;

  private Unasked() {}

  /**
   * The failure, if there is something to fail for.
   *
   * @param recording what was recorded
   * @param errors how many errors of Tenon's own were contained
   * @param thrown what the test threw: a violation in it is not told twice
   */
  static Optional<AssertionError> of(Recording recording, long errors, @Nullable Throwable thrown) {
    List<Violation> told = in(thrown);
    List<Met> unasked =
        recording.met().stream().filter(met -> !told.contains(met.violation())).toList();
    List<String> parts = new ArrayList<>();
    if (!unasked.isEmpty() || recording.further() > 0) {
      parts.add(text(unasked, recording));
    }
    if (errors > 0) {
      parts.add(
          "Tenon contained "
              + (errors == 1 ? "an error" : errors + " errors")
              + " of its own, please report it; the first since the start: "
              + Seams.ledger().errorTexts());
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new AssertionError(String.join("\n\n", parts)));
  }

  private static String text(List<Met> unasked, Recording recording) {
    Map<String, Integer> times = new LinkedHashMap<>();
    unasked.forEach(met -> times.merge(met.text(), 1, Integer::sum));
    long all = unasked.size() + recording.further();
    StringBuilder text = new StringBuilder("Tenon recorded ");
    text.append(all == 1 ? "a violation" : all + " violations").append(" that nobody asked for.");
    if (recording.isShared()) {
      text.append(
          "\nSeveral tests were running at some of them, and it is not known whose they are.");
    }
    times.entrySet().stream()
        .limit(MOST)
        .forEach(each -> text.append("\n\n").append(times(each.getValue())).append(each.getKey()));
    if (times.size() > MOST || recording.further() > 0) {
      text.append("\n\nand more, see Seams.ledger()");
    }
    return text.append(
            "\n\nA test that expects one says so: TenonAssertions.assertThatViolation(() -> …), or"
                + " takes it out of its parameter of type Violations.")
        .toString();
  }

  private static String times(int times) {
    return times == 1 ? "" : times + " times: ";
  }

  /** The violations that something thrown carries, the outermost first. */
  static List<Violation> in(@Nullable Throwable thrown) {
    List<Violation> found = new ArrayList<>();
    collect(thrown, found, Collections.newSetFromMap(new IdentityHashMap<>()));
    return found;
  }

  private static void collect(
      @Nullable Throwable thrown, List<Violation> found, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    if (thrown instanceof ContractViolation violation) {
      found.add(violation.violation());
    }
    collect(thrown.getCause(), found, seen);
    for (Throwable suppressed : thrown.getSuppressed()) {
      collect(suppressed, found, seen);
    }
  }
}
