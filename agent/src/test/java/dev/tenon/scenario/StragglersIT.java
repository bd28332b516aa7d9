package dev.tenon.scenario;

import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.SharedStateIT.beginCounting;
import static dev.tenon.scenario.SharedStateIT.inAnotherThread;
import static dev.tenon.scenario.SharedStateIT.recorded;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Ensures;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;

/** Calls that began before calls were counted, and those that only seem to be such. */
class StragglersIT implements Scenario {

  /** A seam of which one call lasts longer than others. */
  public interface Waiting {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    @Ensures("total() == old(total()) + 1")
    void meet();

    @Ensures("total() >= old(total())")
    void await();

    int total();
  }

  /** Adds, and takes nothing away. */
  private static class WaitingCounter implements Waiting {

    private final CyclicBarrier steps = new CyclicBarrier(2);
    private Runnable meanwhile = () -> {};
    private volatile int total;

    @Override
    public void add(int n) {
      total += Math.abs(n);
    }

    /** The other adds as well, while this one is under way. */
    @Override
    public void meet() {
      step();
      step();
      synchronized (this) {
        total++;
      }
    }

    @Override
    public void await() {
      step();
      step();
      synchronized (this) {
        total++;
      }
      step();
      step();
      meanwhile.run();
      step();
      step();
    }

    void step() {
      try {
        steps.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public int total() {
      return total;
    }
  }

  /** Where virtual threads run, nobody is blamed for a minute. What carries them ends in less. */
  @BeforeAll
  static void no_virtual_thread_is_left_by_other_tests() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (hasCarriers() && System.nanoTime() - end < 0) {
      Thread.sleep(100);
    }
  }

  private static boolean hasCarriers() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getClass().getSimpleName().equals("CarrierThread"));
  }

  @EveryDoor
  void a_call_that_began_before_the_counting_overlaps_until_it_ends(Door door) throws Exception {
    WaitingCounter counter = new WaitingCounter();
    Waiting waiting = door.guard(Waiting.class, counter);
    Waiting other = door.guard(Waiting.class, new WaitingCounter());
    counter.meanwhile = () -> other.add(0);
    inAnotherThread(() -> waiting.add(0));
    // Through reflection, whose frames some ways to look at a stack leave out.
    Method await = Waiting.class.getMethod("await");
    Thread early = new Thread(() -> reflectively(await, waiting));
    early.start();
    counter.step();
    beginCounting(() -> waiting.add(-1));

    List<Violation> recorded = recorded(waiting::meet);
    assertThat(recorded).singleElement().satisfies(StragglersIT::isUndecided);

    counter.step();
    counter.step();
    recorded = recorded(() -> waiting.add(-1));
    assertThat(recorded).singleElement().satisfies(StragglersIT::isUndecided);

    counter.step();
    early.join();
    assertThatViolation(() -> waiting.add(-1)).blames(SUPPLIER);
  }

  private static void reflectively(Method method, Object receiver) {
    try {
      method.invoke(receiver);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void isUndecided(Violation violation) {
    assertThat(violation.blamed()).isEqualTo(CONTRACT);
    assertThat(violation.cause().orElseThrow().kind()).isEqualTo(Cause.Kind.SHARED);
  }

  /** A seam of which many calls are made. */
  public interface Steady {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    int total();
  }

  /** What several suppliers have in common. */
  private static class SteadyCounter implements Steady {

    private volatile int total;

    @Override
    public void add(int n) {
      add(n, 1);
    }

    /** Named as the operation is. */
    void add(int n, int times) {
      total += Math.abs(n) * times;
    }

    @Override
    public int total() {
      return total;
    }
  }

  /** Is nearly always inside a call of its own. */
  private static final class SlowCounter extends SteadyCounter {

    @Override
    void add(int n, int times) {
      LockSupport.parkNanos(1_000_000);
      super.add(n, times);
    }
  }

  @EveryDoor
  void a_supplier_is_blamed_while_others_of_its_kind_are_busy(Door door) throws Exception {
    Steady slow = door.guard(Steady.class, new SlowCounter());
    Steady wrong = door.guard(Steady.class, new SteadyCounter());
    Thread busy =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                slow.add(0);
              }
            });
    busy.start();
    inAnotherThread(() -> wrong.add(0));
    beginCounting(() -> wrong.add(-1));

    int blamed = 0;
    try {
      for (int i = 0; i < 200; i++) {
        blamed += isBlamed(wrong) ? 1 : 0;
        Thread.sleep(1);
      }
    } finally {
      busy.interrupt();
      busy.join();
    }
    // Not the first, nor one that begins in the moment in which one of the others ends.
    assertThat(blamed).isGreaterThan(100);
  }

  private static boolean isBlamed(Steady wrong) {
    try {
      wrong.add(-1);
      return false;
    } catch (ContractViolation thrown) {
      assertThat(thrown.violation().blamed()).isEqualTo(SUPPLIER);
      return true;
    }
  }
}
