package dev.tenon.benchmark;

import dev.tenon.benchmark.constraint.Way;
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
  private static final String HANDOFFS = "\\.(HandoffBenchmark|CallBenchmark)\\.";

  private final CommandLineOptions given;
  private final Path agent;

  Rounds(CommandLineOptions given, Path agent) {
    this.given = given;
    this.agent = agent;
  }

  /** Clauses: every fork has the agent. */
  Collection<RunResult> ofHandoffs() throws RunnerException {
    return run(List.of(withAgent(options().exclude(CONSTRAINTS)).build()));
  }

  /** Constraints: a fork has the agent where the way of checking is the agent's. */
  Collection<RunResult> ofConstraints() throws RunnerException {
    List<Options> round = new ArrayList<>();
    for (Way way : ways()) {
      // The deep stacks of validators are compiled late.
      ChainedOptionsBuilder options =
          options()
              .warmupIterations(given.getWarmupIterations().orElse(10))
              .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
              .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)))
              .exclude(HANDOFFS)
              .param("way", way.name());
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

  private ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .parent(given)
        .forks(1)
        .warmupIterations(given.getWarmupIterations().orElse(5))
        .warmupTime(given.getWarmupTime().orElse(TimeValue.milliseconds(500)))
        .measurementIterations(given.getMeasurementIterations().orElse(5))
        .measurementTime(given.getMeasurementTime().orElse(TimeValue.milliseconds(500)))
        .addProfiler(GCProfiler.class)
        .addProfiler(WorkerTime.class)
        .shouldFailOnError(true);
  }

  private ChainedOptionsBuilder withAgent(ChainedOptionsBuilder options) {
    return options.jvmArgsAppend("-javaagent:" + agent.toAbsolutePath() + "=banner=false");
  }

  private static String key(RunResult result) {
    return result.getParams().getBenchmark() + result.getParams().getParam("way");
  }

  private static RunResult merge(RunResult some, RunResult more) {
    List<BenchmarkResult> forks = new ArrayList<>(some.getBenchmarkResults());
    forks.addAll(more.getBenchmarkResults());
    return new RunResult(some.getParams(), forks);
  }
}
