package savings;

import dev.tenon.testkit.suite.ContractReport;
import dev.tenon.testkit.suite.ContractRun;
import dev.tenon.testkit.suite.Finding;
import dev.tenon.testkit.suite.Plan;
import dev.tenon.testkit.suite.Property;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Measures how many cases it takes to find each bug, and whether the right supplier stays green:
 * {@code LongRun [seeds for each bug] [seeds for the right supplier]}. Prints the table of
 * docs/testing.md.
 */
final class LongRun {

  private LongRun() {}

  public static void main(String[] arguments) {
    int ofBugs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    int ofRight = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    System.out.println("| bug | what it is | found by | median | worst | the fewest calls |");
    System.out.println("|---|---|---|---|---|---|");
    for (SeededBug each : SeededBug.values()) {
      System.out.println(row(each, ofBugs));
    }
    long green = LongStream.rangeClosed(1, ofRight).filter(LongRun::isGreen).count();
    System.out.println(
        "\nThe right supplier was green with " + green + " of " + ofRight + " seeds.");
  }

  private static String row(SeededBug bug, int seeds) {
    Search[] searches =
        IntStream.rangeClosed(1, seeds)
            .mapToObj(seed -> Search.of(bug, seed))
            .toArray(Search[]::new);
    int[] cases = Arrays.stream(searches).mapToInt(each -> each.first).sorted().toArray();
    long found = Arrays.stream(cases).filter(each -> each < Integer.MAX_VALUE).count();
    if (found < seeds) {
      return "| " + bug + " | " + bug.what + " | found with " + found + " of " + seeds + " seeds |";
    }
    Finding shown = searches[0].finding;
    return String.format(
        Locale.ROOT,
        "| %s | %s | `%s` | %d | %d | `%s` |",
        bug.fresh.get().getClass().getSimpleName(),
        bug.what,
        clauses(searches),
        cases[cases.length / 2],
        cases[cases.length - 1],
        shown.calls().stream().map(LongRun::statement).collect(Collectors.joining(" ")));
  }

  /** Those that told, over all seeds. */
  private static String clauses(Search[] searches) {
    return Arrays.stream(searches)
        .map(each -> each.finding.violation().orElseThrow().clause().name())
        .distinct()
        .sorted()
        .collect(Collectors.joining("`, `"));
  }

  private static String statement(String call) {
    return call.endsWith(";") ? call : call + ";";
  }

  private static boolean isGreen(long seed) {
    ContractReport report =
        ContractRun.of(Savings.class)
            .supplier("standard", StandardSavings::new)
            .plan(Plan.USUAL.seed(seed))
            .run();
    report.findings().forEach(each -> System.out.println("seed " + seed + ": " + each.text()));
    return report.findings().isEmpty();
  }

  /**
   * A run until the first finding. Each case has a supplier of its own, so that these are counted.
   */
  private static final class Search {

    private int cases;
    private int first = Integer.MAX_VALUE;
    private Finding finding;

    static Search of(SeededBug bug, long seed) {
      Search search = new Search();
      search.run(bug, seed);
      return search;
    }

    private void run(SeededBug bug, long seed) {
      for (Property each :
          ContractRun.of(Savings.class)
              .supplier(bug.name(), () -> counted(bug))
              .plan(Plan.USUAL.seed(seed))
              .properties()) {
        int before = cases;
        List<Finding> found = each.run().get();
        if (!found.isEmpty()) {
          finding = found.get(0);
          first = before + finding.tries();
          return;
        }
      }
    }

    private Savings counted(SeededBug bug) {
      cases++;
      return bug.fresh.get();
    }
  }
}
