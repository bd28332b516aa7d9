package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Requires;
import dev.tenon.verdict.ContractViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads at once: virtual ones where the JDK has them. */
class ThreadIT implements Scenario {

  private static final int TASKS = 2_000;

  @EveryDoor
  void each_is_checked(Door door) throws Exception {
    Gauge gauge = door.guard(Gauge.class, new SoundGauge());

    assertThat(caught(() -> gauge.read(-1))).isEqualTo(TASKS);
  }

  /** A virtual thread that waits inside a clause lets others run on the same carrier. */
  @EveryDoor
  void a_clause_that_waits_hides_no_call_of_another(Door door) throws Exception {
    Gauge gauge = door.guard(Gauge.class, new SoundGauge());

    assertThat(caught(() -> gauge.readSlowly(-1))).isEqualTo(TASKS);
  }

  private static int caught(Runnable wrong) throws Exception {
    ExecutorService executor = executor();
    List<Future<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(executor.submit(() -> isCaught(wrong)));
    }
    int caught = 0;
    for (Future<Boolean> task : tasks) {
      caught += task.get() ? 1 : 0;
    }
    executor.shutdown();
    return caught;
  }

  private static boolean isCaught(Runnable wrong) {
    try {
      wrong.run();
      return false;
    } catch (ContractViolation violation) {
      return violation.violation().blamed() == CLIENT;
    }
  }

  /** Found by name: the tests are compiled for Java 17. */
  private static ExecutorService executor() throws ReflectiveOperationException {
    return Runtime.version().feature() < 21
        ? Executors.newFixedThreadPool(50)
        : (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  /** A seam that many threads use. */
  public interface Gauge {
    @Requires("n > 0")
    long read(long n);

    @Requires("isPositive(n)")
    long readSlowly(long n);

    /** Waits, and tells. */
    static boolean isPositive(long n) throws InterruptedException {
      Thread.sleep(1);
      return n > 0;
    }
  }

  private static final class SoundGauge implements Gauge {
    @Override
    public long read(long n) {
      return n;
    }

    @Override
    public long readSlowly(long n) {
      return n;
    }
  }
}
