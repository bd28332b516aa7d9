package dev.tenon.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks side by side in one run, with the agent attached to every fork, and prints a
 * table. Takes JMH's own options; the agent's jar is where the build puts it, or the system
 * property {@code tenon.agent.jar}.
 */
public final class Benchmarks {

  private static final int FORKS = 5;

  private Benchmarks() {}

  /**
   * Runs.
   *
   * @param args JMH's options
   * @throws CommandLineOptionException if an option is wrong
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] args) throws CommandLineOptionException, RunnerException {
    Path agent =
        Path.of(
            System.getProperty("tenon.agent.jar", "agent/target/tenon-agent-0.1.0-SNAPSHOT.jar"));
    if (!Files.isRegularFile(agent)) {
      System.err.println(
          "no agent at "
              + agent
              + ": run from the root of the project after mvn package, or give"
              + " -Dtenon.agent.jar=…");
      System.exit(2);
    }
    CommandLineOptions given = new CommandLineOptions(args);
    OptionsBuilder options = new OptionsBuilder();
    options.parent(given);
    options
        .forks(given.getForkCount().orElse(FORKS))
        .warmupIterations(given.getWarmupIterations().orElse(5))
        .warmupTime(given.getWarmupTime().orElse(TimeValue.milliseconds(500)))
        .measurementIterations(given.getMeasurementIterations().orElse(5))
        .measurementTime(given.getMeasurementTime().orElse(TimeValue.milliseconds(500)))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .jvmArgsAppend("-javaagent:" + agent.toAbsolutePath() + "=banner=false");
    print(new Runner(options.build()).run());
  }

  private static void print(Collection<RunResult> results) {
    Map<String, double[]> rows = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getPrimaryResult().getLabel();
      double bytes =
          Objects.requireNonNull(
                  result.getSecondaryResults().get("gc.alloc.rate.norm"),
                  "the GC profiler's figure")
              .getScore();
      rows.put(
          name,
          new double[] {Medians.ofForks(result), result.getPrimaryResult().getScoreError(), bytes});
    }
    System.out.println();
    System.out.println("| handoff | ns/op (median of forks) | ± 99.9 % | B/op |");
    System.out.println("|---|---|---|---|");
    rows.forEach(
        (name, row) ->
            System.out.printf(
                Locale.ROOT, "| %s | %.3f | %.3f | %.3f |%n", name, row[0], row[1], row[2]));
  }
}
