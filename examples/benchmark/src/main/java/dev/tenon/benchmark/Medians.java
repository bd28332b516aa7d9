package dev.tenon.benchmark;

import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** The median of the forks, which one disturbed fork does not move. */
final class Medians {

  private Medians() {}

  static double ofForks(RunResult result) {
    double[] forks =
        result.getBenchmarkResults().stream()
            .map(BenchmarkResult::getPrimaryResult)
            .mapToDouble(fork -> fork.getScore())
            .sorted()
            .toArray();
    int middle = forks.length / 2;
    return forks.length % 2 == 1 ? forks[middle] : (forks[middle - 1] + forks[middle]) / 2;
  }
}
