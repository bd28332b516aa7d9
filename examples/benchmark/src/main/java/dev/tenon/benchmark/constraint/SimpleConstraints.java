package dev.tenon.benchmark.constraint;

import dev.tenon.benchmark.Account;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code @NotNull}, {@code @NotNull} and {@code @Positive} on three parameters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SimpleConstraints {

  /** How they are checked. */
  @Param public Way way = Way.PLAIN;

  private Transfers transfers = new Transfers.Supplier();
  private final Account from = new Account(1_000);
  private final Account to = new Account(0);
  private long amount = 7;

  /** Proves first that each constraint is checked. */
  @Setup
  @NullUnmarked
  public void prove() {
    transfers = way.of(Transfers.suppliers());
    way.refuses(
        List.of(
            () -> transfers.transfer(null, to, amount),
            () -> transfers.transfer(from, null, amount),
            () -> transfers.transfer(from, to, 0)));
    call();
  }

  @Benchmark
  public long call() {
    return transfers.transfer(from, to, amount);
  }
}
