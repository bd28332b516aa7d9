package dev.tenon.benchmark;

import dev.tenon.benchmark.constraint.Way;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/** Prints what was measured. */
final class Tables {

  private Tables() {}

  static void handoffs(Collection<RunResult> results) {
    Map<String, RunResult> rows = new TreeMap<>();
    results.forEach(result -> rows.put(result.getPrimaryResult().getLabel(), result));
    say("%n| handoff | ns/op (median of forks) | ± 99.9 %% | B/op |%n|---|---|---|---|%n");
    rows.forEach(
        (name, result) ->
            say(
                "| %s | %.3f | %.3f | %.3f |%n",
                name, Medians.ofForks(result), error(result), bytes(result)));
  }

  static void constraints(Collection<RunResult> results) {
    Map<String, Map<Way, RunResult>> workloads = new TreeMap<>();
    for (RunResult result : results) {
      workloads
          .computeIfAbsent(workload(result), workload -> new EnumMap<>(Way.class))
          .put(Way.valueOf(result.getParams().getParam("way")), result);
    }
    say(
        "%n| constraints | checked by | ns/op (median of forks) | ± 99.9 %% | x plain"
            + " | x hand-written | x woven | B/op |%n|---|---|---|---|---|---|---|---|%n");
    workloads.forEach(
        (workload, ways) ->
            ways.forEach(
                (way, result) ->
                    say(
                        "| %s | %s | %.2f | %.2f | %s | %s | %s | %.1f |%n",
                        workload,
                        way.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        Medians.ofForks(result),
                        error(result),
                        ratio(result, ways.get(Way.PLAIN)),
                        ratio(result, ways.get(Way.HAND_WRITTEN)),
                        ratio(result, ways.get(Way.WOVEN)),
                        bytes(result))));
  }

  /** The simple name of the benchmark's class. */
  private static String workload(RunResult result) {
    String name = result.getParams().getBenchmark();
    String type = name.substring(0, name.lastIndexOf('.'));
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String ratio(RunResult result, @Nullable RunResult to) {
    return to == null
        ? "-"
        : String.format(Locale.ROOT, "%.2f", Medians.ofForks(result) / Medians.ofForks(to));
  }

  private static double error(RunResult result) {
    return result.getPrimaryResult().getScoreError();
  }

  private static double bytes(RunResult result) {
    return Objects.requireNonNull(
            result.getSecondaryResults().get("gc.alloc.rate.norm"), "the GC profiler's figure")
        .getScore();
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
