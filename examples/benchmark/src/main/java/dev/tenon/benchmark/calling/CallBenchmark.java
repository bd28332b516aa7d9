package dev.tenon.benchmark.calling;

import dev.tenon.Seams;
import dev.tenon.benchmark.calling.viewed.Viewed;
import dev.tenon.model.Mode;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call of a client whose view holds, beside the same checks written by hand at the call. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {

  private static final String VIEWS = "dev.tenon.benchmark.calling.viewed.";

  private final Wires.Supplier wires = new Wires.Supplier();
  private final Object from = new Object();
  private final Object to = new Object();
  private long amount = 7;

  /** Proves first that what is said to be checked is, and that the rest is not. */
  @Setup
  public void prove() {
    Seams.policy().mode(VIEWS + "OffView", Mode.OFF);
    refuses(() -> Viewed.send(wires, from, from, amount));
    refuses(() -> Plain.checked(wires, from, from, amount));
    Plain.send(wires, from, from, amount);
    Viewed.off(wires, from, from, amount);
    Seams.policy().mode(VIEWS + "ObservedView", Mode.OBSERVE);
    long before = Seams.ledger().violations();
    for (int i = 0; i < 1_000; i++) {
      Viewed.observed(wires, from, from, amount);
      wires.waste();
      Viewed.observed(wires, from, to, amount);
      wires.fill();
    }
    if (Seams.ledger().violations() - before != 2_000) {
      throw new IllegalStateException("the calls of ObservedView are not woven");
    }
  }

  private static void refuses(Runnable call) {
    try {
      call.run();
    } catch (AssertionError expected) {
      return;
    }
    throw new IllegalStateException("not checked: attach the agent");
  }

  @Benchmark
  public long callNone() {
    return Plain.send(wires, from, to, amount);
  }

  @Benchmark
  public long callHandWritten() {
    return Plain.checked(wires, from, to, amount);
  }

  @Benchmark
  public long callWoven() {
    return Viewed.send(wires, from, to, amount);
  }

  @Benchmark
  public long callWovenAfterViolations() {
    return Viewed.observed(wires, from, to, amount);
  }

  @Benchmark
  public long callOff() {
    return Viewed.off(wires, from, to, amount);
  }

  @Benchmark
  public long callHandWrittenOld() {
    return Plain.checkedOld(wires, from, to, amount);
  }

  @Benchmark
  public long callWovenOld() {
    return Viewed.draining(wires, from, to, amount);
  }
}
