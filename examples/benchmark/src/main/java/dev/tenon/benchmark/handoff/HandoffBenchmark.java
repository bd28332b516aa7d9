package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One handoff. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandoffBenchmark {

  /** Which one. */
  @Param("transfer/nothing")
  public String row = "transfer/nothing";

  private final Account from = new Account(1_000);
  private final Account to = new Account(0);
  private long amount = 7;
  private Operation operation = (from, to, amount) -> amount;

  /** Proves first that what is measured is done. */
  @Setup
  public void prove() {
    operation = Rows.named(row).proved();
  }

  @Benchmark
  public long call() {
    return operation.transfer(from, to, amount);
  }
}
