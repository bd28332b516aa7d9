package dev.tenon.benchmark;

import dev.tenon.benchmark.constraint.Way;
import dev.tenon.benchmark.handoff.Row;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/** Prints what was measured. */
final class Tables {

  private Tables() {}

  static void handoffs(Collection<Row> rows, Collection<RunResult> results) {
    Map<String, Figures> figures = new HashMap<>();
    results.forEach(each -> figures.put(each.getParams().getParam("row"), Figures.of(each)));
    say(
        "%n| handoff | checked by | ns/op | forks | + hand-written, ns | x hand-written | B/op |%n"
            + "|---|---|---|---|---|---|---|%n");
    for (Row row : rows) {
      Figures own = Objects.requireNonNull(figures.get(row.name()), row::name);
      Figures base = figures.get(row.workload() + "/hand-written");
      say(
          "| %s | %s | %s | %s-%s | %s | %s | %.1f |%n",
          row.workload(),
          row.way(),
          time(own.median()),
          time(own.least()),
          time(own.most()),
          base == null ? "-" : time(own.median() - base.median()),
          ratio(own, base),
          own.bytes());
    }
  }

  /** With three digits that count. */
  private static String time(double nanoseconds) {
    double size = Math.abs(nanoseconds);
    return String.format(
        Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", nanoseconds);
  }

  static void calls(Collection<RunResult> results) {
    Map<String, Figures> rows = new TreeMap<>();
    results.forEach(each -> rows.put(each.getPrimaryResult().getLabel(), Figures.of(each)));
    say("%n| call | ns/op | forks | B/op |%n|---|---|---|---|%n");
    rows.forEach(
        (name, row) ->
            say(
                "| %s | %s | %s-%s | %.1f |%n",
                name, time(row.median()), time(row.least()), time(row.most()), row.bytes()));
  }

  static void constraints(Collection<RunResult> results) {
    Map<String, Map<Way, Figures>> workloads = new TreeMap<>();
    for (RunResult result : results) {
      workloads
          .computeIfAbsent(workload(result), workload -> new EnumMap<>(Way.class))
          .put(Way.valueOf(result.getParams().getParam("way")), Figures.of(result));
    }
    say(
        "%n| constraints | checked by | ns/op (median of forks) | forks | x plain"
            + " | x hand-written | x woven | B/op |%n|---|---|---|---|---|---|---|---|%n");
    workloads.forEach(
        (workload, ways) -> ways.forEach((way, row) -> say(workload, way, row, ways)));
  }

  private static void say(String workload, Way way, Figures row, Map<Way, Figures> ways) {
    say(
        "| %s | %s | %.2f | %.2f-%.2f | %s | %s | %s | %.1f |%n",
        workload,
        way.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        row.median(),
        row.least(),
        row.most(),
        ratio(row, ways.get(Way.PLAIN)),
        ratio(row, ways.get(Way.HAND_WRITTEN)),
        ratio(row, ways.get(Way.WOVEN)),
        row.bytes());
  }

  /** The simple name of the benchmark's class. */
  private static String workload(RunResult result) {
    String name = result.getParams().getBenchmark();
    String type = name.substring(0, name.lastIndexOf('.'));
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String ratio(Figures row, @Nullable Figures to) {
    return to == null ? "-" : String.format(Locale.ROOT, "%.2f", row.median() / to.median());
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
