package dev.tenon.benchmark;

import dev.tenon.benchmark.constraint.Way;
import dev.tenon.benchmark.handoff.HandoffBenchmark;
import dev.tenon.benchmark.handoff.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs each benchmark in one fork and then all of them again, so that a machine that is busy for a
 * while disturbs one fork of each rather than all forks of one.
 */
final class Rounds {

  private static final int FORKS = 5;
  private static final String CONSTRAINTS = "\\.constraint\\.";
  private static final String CALLS = "\\.calling\\.";

  /** How long a fork runs. */
  private record Pace(int warmups, TimeValue warmup, int measurements, TimeValue measurement) {}

  private static final Pace SHALLOW =
      new Pace(4, TimeValue.milliseconds(350), 3, TimeValue.milliseconds(300));

  /** Deep stacks are compiled late. */
  private static final Pace DEEP =
      new Pace(3, TimeValue.seconds(1), 3, TimeValue.milliseconds(300));

  private static final Pace VALIDATORS =
      new Pace(10, TimeValue.seconds(1), 5, TimeValue.seconds(1));

  private final CommandLineOptions given;
  private final Path agent;

  Rounds(CommandLineOptions given, Path agent) {
    this.given = given;
    this.agent = agent;
  }

  /** One handoff: a fork has the agent and the options that its row needs. */
  Collection<RunResult> ofHandoffs(Collection<Row> rows) throws RunnerException {
    Map<String, List<Row>> alike = new LinkedHashMap<>();
    for (Row row : rows) {
      String jvm = row.agent() + " " + row.phase() + " " + row.isDeep();
      alike.computeIfAbsent(jvm, key -> new ArrayList<>()).add(row);
    }
    List<Options> round = new ArrayList<>();
    for (List<Row> each : alike.values()) {
      Row any = each.get(0);
      round.add(
          options(any.isDeep() ? DEEP : SHALLOW)
              .include(HandoffBenchmark.class.getName())
              .jvmArgsAppend(options(any))
              .param("row", each.stream().map(Row::name).toArray(String[]::new))
              .build());
    }
    return run(round);
  }

  private String[] options(Row row) {
    List<String> options = new ArrayList<>(row.phase().options());
    options.addAll(row.agent().options(agent));
    return options.toArray(String[]::new);
  }

  /** Calls of clients with views: every fork has the agent. */
  Collection<RunResult> ofCalls() throws RunnerException {
    return run(List.of(withAgent(options(SHALLOW).include(CALLS)).build()));
  }

  /** Constraints: a fork has the agent where the way of checking is the agent's. */
  Collection<RunResult> ofConstraints() throws RunnerException {
    List<Options> round = new ArrayList<>();
    for (Way way : ways()) {
      ChainedOptionsBuilder options =
          options(VALIDATORS).include(CONSTRAINTS).param("way", way.name());
      round.add((way.needsAgent() ? withAgent(options) : options).build());
    }
    return run(round);
  }

  private List<Way> ways() {
    return given.getParameter("way").hasValue()
        ? given.getParameter("way").get().stream().map(Way::valueOf).toList()
        : Arrays.asList(Way.values());
  }

  private Collection<RunResult> run(List<Options> round) throws RunnerException {
    Map<String, RunResult> merged = new LinkedHashMap<>();
    for (int i = 0; i < given.getForkCount().orElse(FORKS); i++) {
      for (Options options : round) {
        for (RunResult result : new Runner(options).run()) {
          merged.merge(key(result), result, Rounds::merge);
        }
      }
    }
    return merged.values();
  }

  private ChainedOptionsBuilder options(Pace pace) {
    return new OptionsBuilder()
        .parent(given)
        // Not those of this JVM, such as where the agent's jar is.
        .jvmArgs(given.getJvmArgs().orElse(List.of()).toArray(String[]::new))
        .forks(1)
        .warmupIterations(given.getWarmupIterations().orElse(pace.warmups()))
        .warmupTime(given.getWarmupTime().orElse(pace.warmup()))
        .measurementIterations(given.getMeasurementIterations().orElse(pace.measurements()))
        .measurementTime(given.getMeasurementTime().orElse(pace.measurement()))
        .addProfiler(GCProfiler.class)
        .addProfiler(WorkerTime.class)
        .shouldFailOnError(true);
  }

  private ChainedOptionsBuilder withAgent(ChainedOptionsBuilder options) {
    return options.jvmArgsAppend("-javaagent:" + agent.toAbsolutePath() + "=banner=false");
  }

  private static String key(RunResult result) {
    return result.getParams().getBenchmark()
        + result.getParams().getParam("way")
        + result.getParams().getParam("row");
  }

  private static RunResult merge(RunResult some, RunResult more) {
    List<BenchmarkResult> forks = new ArrayList<>(some.getBenchmarkResults());
    forks.addAll(more.getBenchmarkResults());
    return new RunResult(some.getParams(), forks);
  }
}
