package dev.tenon.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.model.Mode;
import dev.tenon.verdict.ContractViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

class SwitchingIT implements Scenario {

  private static final String CLAUSE = "dev.tenon.scenario.SwitchingIT$Steps.step#counted";
  private static final long MILLIS = 3_000;

  @EveryDoor
  void a_right_supplier_is_never_blamed_while_a_clause_is_switched(Door door) throws Exception {
    assertThat(blamedWhileSwitching(door, 1)).isZero();
  }

  @EveryDoor
  void a_wrong_supplier_is_always_blamed_while_another_clause_is_switched(Door door)
      throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Thread switching = switching("dev.tenon.scenario.SwitchingIT$Steps.step#other", done);
    Steps steps = door.guard(Steps.class, new Counting(2));
    long undecided = Seams.ledger().undecided();
    long calls = 0;
    long caught = 0;
    long end = System.nanoTime() + MILLIS * 1_000_000 / 3;
    while (System.nanoTime() < end) {
      calls++;
      try {
        steps.step();
      } catch (ContractViolation expected) {
        caught++;
      }
    }
    done.set(true);
    switching.join();

    // Where other threads were seen, the first ones are from before calls were counted.
    undecided = Seams.ledger().undecided() - undecided;
    assertThat(undecided).isLessThan(10);
    assertThat(calls).isPositive().isEqualTo(caught + undecided);
  }

  private static long blamedWhileSwitching(Door door, int increment) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong blamed = new AtomicLong();
    AtomicLong calls = new AtomicLong();
    Thread switching = switching(CLAUSE, done);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      // One supplier each: what is tested is the plan, not the supplier's own races.
      Steps steps = door.guard(Steps.class, new Counting(increment));
      Thread thread =
          new Thread(
              () -> {
                while (!done.get()) {
                  calls.incrementAndGet();
                  try {
                    steps.step();
                  } catch (ContractViolation violation) {
                    blamed.incrementAndGet();
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    Thread.sleep(MILLIS);
    done.set(true);
    switching.join();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(calls.get()).isGreaterThan(1_000);
    return blamed.get();
  }

  private static Thread switching(String clause, AtomicBoolean done) {
    Thread thread =
        new Thread(
            () -> {
              boolean on = false;
              while (!done.get()) {
                Seams.policy().mode(clause, on ? Mode.ENFORCE : Mode.OFF);
                on = !on;
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
              }
              Seams.policy().reset(clause);
            });
    thread.start();
    return thread;
  }

  /** An operation whose guarantee compares two moments. */
  public interface Steps {
    int count();

    @Ensures(value = "count() == old(count()) + 1", name = "counted")
    @Ensures(value = "count() >= 0", name = "other")
    void step();
  }

  private static final class Counting implements Steps {
    private final int increment;
    private int count;

    Counting(int increment) {
      this.increment = increment;
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public void step() {
      count += increment;
    }
  }
}
