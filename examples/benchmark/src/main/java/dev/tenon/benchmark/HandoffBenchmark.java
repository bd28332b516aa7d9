package dev.tenon.benchmark;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One handoff whose clauses hold, woven in several ways, beside the same checks written by hand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandoffBenchmark {

  private final PlainTransfers none = new PlainTransfers.Unchecked();
  private final PlainTransfers handWritten = new PlainTransfers.HandWritten();
  private final LeafTransfers woven = new LeafTransfers.Supplier();
  private final ObservedTransfers wovenAfterViolations = new ObservedTransfers.Supplier();
  private final OffTransfers off = new OffTransfers.Supplier();
  private final PlainTransfers handWrittenOld = new PlainTransfers.HandWrittenOld();
  private final OldTransfers wovenOld = new OldTransfers.Supplier();
  private final OldObservedTransfers wovenOldAfterViolations = new OldObservedTransfers.Supplier();
  private final PlainTransfers handWrittenCall = new PlainTransfers.HandWrittenCall();
  private final FlaggedTransfers wovenFlagged = new FlaggedTransfers.Supplier();
  private final PlainTransfers handWrittenMany = new PlainTransfers.HandWrittenMany();
  private final ManyTransfers wovenMany = new ManyTransfers.Supplier();

  private final ThrowingTransfers wovenThrows = new ThrowingTransfers.Supplier();
  private final Range.HandWritten handWrittenInvariant = new Range.HandWritten();
  private final Range.Kept wovenInvariant = new Range.Kept();
  private final Range.Open wovenInvariantSeenOpen = new Range.Open();

  private final Account from = new Account(1_000);
  private final Account to = new Account(0);
  private long amount = 7;

  /** Proves first that what is said to be woven is, and what is said to be off is not. */
  @Setup
  public void prove() {
    Seams.policy().mode("dev.tenon.benchmark.OffTransfers", Mode.OFF);
    refuses(() -> woven.transfer(from, from, amount));
    refuses(() -> wovenOld.transfer(from, from, amount));
    refuses(() -> wovenFlagged.transfer(from, to, 2_000));
    refuses(() -> wovenMany.transfer(from, to, -1));
    refuses(() -> wovenThrows.transfer(from, to, 2_000_000));
    refuses(() -> new Range.Kept().breakIt());
    wovenInvariantSeenOpen.open();
    off.transfer(from, from, amount);
    violate("ObservedTransfers", wovenAfterViolations::transfer);
    violate("OldObservedTransfers", wovenOldAfterViolations::transfer);
  }

  @Benchmark
  public long none() {
    return none.transfer(from, to, amount);
  }

  @Benchmark
  public long handWritten() {
    return handWritten.transfer(from, to, amount);
  }

  @Benchmark
  public long woven() {
    return woven.transfer(from, to, amount);
  }

  @Benchmark
  public long wovenAfterViolations() {
    return wovenAfterViolations.transfer(from, to, amount);
  }

  @Benchmark
  public long off() {
    return off.transfer(from, to, amount);
  }

  @Benchmark
  public long handWrittenOld() {
    return handWrittenOld.transfer(from, to, amount);
  }

  @Benchmark
  public long wovenOld() {
    return wovenOld.transfer(from, to, amount);
  }

  @Benchmark
  public long wovenOldAfterViolations() {
    return wovenOldAfterViolations.transfer(from, to, amount);
  }

  @Benchmark
  public long handWrittenCall() {
    return handWrittenCall.transfer(from, to, amount);
  }

  @Benchmark
  public long wovenFlagged() {
    return wovenFlagged.transfer(from, to, amount);
  }

  @Benchmark
  public long handWrittenMany() {
    return handWrittenMany.transfer(from, to, amount);
  }

  @Benchmark
  public long wovenMany() {
    return wovenMany.transfer(from, to, amount);
  }

  @Benchmark
  public long wovenThrows() {
    return wovenThrows.transfer(from, to, amount);
  }

  @Benchmark
  public long handWrittenInvariant() {
    return handWrittenInvariant.move(amount);
  }

  @Benchmark
  public long wovenInvariant() {
    return wovenInvariant.move(amount);
  }

  @Benchmark
  public long wovenInvariantSeenOpen() {
    return wovenInvariantSeenOpen.move(amount);
  }

  private void violate(String seam, Transfer transfer) {
    String name = "dev.tenon.benchmark." + seam;
    Seams.policy().mode(name, Mode.OBSERVE);
    long before = Seams.ledger().violations();
    for (int i = 0; i < 1_000; i++) {
      // A precondition, then a guarantee.
      transfer.apply(from, from, amount);
      transfer.apply(from, to, 2_000);
    }
    if (Seams.ledger().violations() - before != 2_000) {
      throw new IllegalStateException(name + " is not woven");
    }
  }

  private static void refuses(Runnable call) {
    try {
      call.run();
    } catch (AssertionError expected) {
      return;
    }
    throw new IllegalStateException("not woven: attach the agent");
  }

  private interface Transfer {
    long apply(Account from, Account to, long amount);
  }
}
