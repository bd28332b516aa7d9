package dev.tenon.benchmark.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code @NotBlank} on each of the ten texts in a list. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ElementConstraints {

  /** How they are checked. */
  @Param public Way way = Way.PLAIN;

  private Notices notices = new Notices.Supplier();
  private List<String> receivers =
      IntStream.range(0, 10)
          .mapToObj(i -> "receiver " + i)
          .collect(Collectors.toCollection(ArrayList::new));

  /** Proves first that each constraint is checked. */
  @Setup
  @NullUnmarked
  public void prove() {
    notices = way.of(Notices.suppliers());
    way.refuses(
        List.of(
            () -> notices.send(Arrays.asList("first", null)),
            () -> notices.send(List.of("first", " "))));
    call();
  }

  @Benchmark
  public int call() {
    return notices.send(receivers);
  }
}
