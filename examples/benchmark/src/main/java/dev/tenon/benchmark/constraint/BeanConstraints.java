package dev.tenon.benchmark.constraint;

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

/** {@code @Valid} on a bean with five constrained fields. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BeanConstraints {

  /** How they are checked. */
  @Param public Way way = Way.PLAIN;

  private Registrations registrations = new Registrations.Supplier();
  private Customer customer = new Customer("Ada", "GB", "London", 36, 100);

  /** Proves first that each constraint is checked. */
  @Setup
  @NullUnmarked
  public void prove() {
    registrations = way.of(Registrations.suppliers());
    way.refuses(
        List.of(
            () -> registrations.register(new Customer(" ", "GB", "London", 36, 100)),
            () -> registrations.register(new Customer("Ada", null, "London", 36, 100)),
            () -> registrations.register(new Customer("Ada", "GB", "L".repeat(41), 36, 100)),
            () -> registrations.register(new Customer("Ada", "GB", "London", 17, 100)),
            () -> registrations.register(new Customer("Ada", "GB", "London", 36, 0))));
    call();
  }

  @Benchmark
  public int call() {
    return registrations.register(customer);
  }
}
