package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class ReentrancyIT implements Scenario {

  @EveryDoor
  void a_clause_that_calls_back_into_its_own_seam_ends(Door door) {
    Mirror mirror = door.guard(Mirror.class, new HonestMirror());

    assertThat(recordedBy(() -> assertThat(mirror.reflect(4)).isEqualTo(4))).isEmpty();
    assertThatViolation(() -> mirror.reflect(-1)).blames(CLIENT).quoting("reflect(n) >= 0");
  }

  @EveryDoor
  void what_reads_an_old_value_that_is_not_captured_inside_a_clause_is_counted(Door door) {
    Crossing crossing = door.guard(Crossing.class, new Crossing() {});
    List<Turnstile> stuck =
        List.of(
            door.guard(Turnstile.class, new Stuck() {}),
            door.guard(SlowTurnstile.class, new StuckAndSlow()));

    for (Turnstile turnstile : stuck) {
      long skipped = Seams.ledger().skipped();
      assertThat(recordedBy(() -> crossing.cross(turnstile))).isEmpty();
      assertThat(Seams.ledger().skipped()).isGreaterThan(skipped);
      assertThatViolation(turnstile::pass).blames(SUPPLIER).quoting("result > old(passed())");
    }
  }

  @EveryDoor
  void a_hundred_threads_that_evaluate_at_once_are_all_checked(Door door) throws Exception {
    Mirror mirror = door.guard(Mirror.class, new HonestMirror());
    CountDownLatch start = new CountDownLatch(1);
    AtomicInteger caught = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                  for (int k = 0; k < 50; k++) {
                    try {
                      mirror.reflect(-1);
                    } catch (AssertionError expected) {
                      caught.incrementAndGet();
                    }
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(caught).hasValue(5_000);
  }

  /** Counts who passes; what was passed before is asked of itself. */
  public interface Turnstile {
    int passed();

    @Ensures("result > old(passed())")
    int pass();
  }

  /** Says more of the same. */
  public interface SlowTurnstile extends Turnstile {
    @Override
    @Ensures("result < old(passed()) + 2")
    int pass();
  }

  /** Its clause crosses another seam. */
  public interface Crossing {
    @Requires("turnstile.pass() > 0")
    default void cross(Turnstile turnstile) {}
  }

  private interface Stuck extends Turnstile {
    @Override
    default int passed() {
      return 5;
    }

    @Override
    default int pass() {
      return 5;
    }
  }

  private static final class StuckAndSlow implements SlowTurnstile, Stuck {
    @Override
    public int pass() {
      return 5;
    }
  }
}
