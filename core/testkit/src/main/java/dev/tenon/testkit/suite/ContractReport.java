package dev.tenon.testkit.suite;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a suite did, and what it found.
 *
 * <p>Immutable.
 *
 * @param seam the binary name of the seam
 * @param seed what its values came from
 * @param findings what is wrong; empty when all is right
 * @param counts what was seen, by the name of the supplier
 */
public record ContractReport(
    String seam, long seed, List<Finding> findings, Map<String, List<OperationCount>> counts) {

  /**
   * Keeps copies.
   *
   * @param seam the binary name of the seam
   * @param seed what its values came from
   * @param findings what is wrong
   * @param counts what was seen, by the name of the supplier
   */
  public ContractReport {
    findings = List.copyOf(findings);
  }

  /**
   * The table of what was seen, for people.
   *
   * @return several lines
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("tenon: suite of ").append(seam).append(", seed ").append(seed);
    counts.forEach(
        (supplier, operations) -> {
          text.append("\n  ").append(supplier);
          operations.forEach(each -> operation(each, text));
        });
    return text.toString();
  }

  private static void operation(OperationCount count, StringBuilder text) {
    text.append(
        String.format(
            Locale.ROOT,
            "%n    %-40s accepted %d, drawn %d (%.1f %% refused), outside %d, not allowed then %d",
            count.operation(),
            count.accepted(),
            count.tried(),
            100 * count.rejected(),
            count.outside(),
            count.disabled()));
    count
        .refused()
        .forEach(
            (clause, times) ->
                text.append("\n      refused ").append(times).append(": ").append(clause));
    for (Count each : count.clauses()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n      true %5d  false %5d  near %5d  %s%s",
              each.isTrue(),
              each.isFalse(),
              each.near(),
              each.clause(),
              remark(each)));
    }
  }

  private static String remark(Count count) {
    if (count.isNeverReached()) {
      return "   NEVER REACHED";
    }
    boolean isUnrefused = count.clause().startsWith("@Requires") && count.isFalse() == 0;
    return isUnrefused ? "   NO CALL OUTSIDE" : "";
  }
}
