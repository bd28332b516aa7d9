package dev.tenon.benchmark.constraint;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code @Size} and {@code @Pattern} on a text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextConstraints {

  /** How they are checked. */
  @Param public Way way = Way.PLAIN;

  private Labels labels = new Labels.Supplier();
  private String label = "DE-4711";

  /** Proves first that each constraint is checked. */
  @Setup
  public void prove() {
    labels = way.of(Labels.suppliers());
    way.refuses(
        List.of(
            () -> labels.print("D-1"),
            () -> labels.print("DE-4711-4711-4711-4711"),
            () -> labels.print("DE-47x11")));
    call();
  }

  @Benchmark
  public int call() {
    return labels.print(label);
  }
}
