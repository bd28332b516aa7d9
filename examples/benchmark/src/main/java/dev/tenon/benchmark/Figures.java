package dev.tenon.benchmark;

import java.util.Objects;
import org.openjdk.jmh.results.RunResult;

/**
 * What is told of one benchmark. Of the time the median of the forks, which one disturbed fork does
 * not move.
 *
 * @param median nanoseconds for an operation
 * @param least the same in the fastest fork
 * @param most the same in the slowest fork
 * @param bytes allocated by an operation
 */
record Figures(double median, double least, double most, double bytes) {

  static Figures of(RunResult result) {
    double[] forks =
        result.getBenchmarkResults().stream()
            .map(fork -> fork.getSecondaryResults().get(WorkerTime.LABEL))
            .map(time -> Objects.requireNonNull(time, "the time of the measuring thread"))
            .mapToDouble(time -> time.getScore())
            .sorted()
            .toArray();
    int middle = forks.length / 2;
    double median = forks.length % 2 == 1 ? forks[middle] : (forks[middle - 1] + forks[middle]) / 2;
    return new Figures(median, forks[0], forks[forks.length - 1], bytes(result));
  }

  private static double bytes(RunResult result) {
    return Objects.requireNonNull(
            result.getSecondaryResults().get("gc.alloc.rate.norm"), "the GC profiler's figure")
        .getScore();
  }
}
