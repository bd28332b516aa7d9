package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.verdict.ContractViolation;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** An overflow inside a clause must not leave the thread unchecked. */
class StackOverflowIT implements Scenario {

  private static final int THREADS = 2_000;

  @EveryDoor
  void after_an_overflow_every_thread_is_still_checked(Door door) throws Exception {
    Deep supplier = new Deep();
    Well well = door.guard(Well.class, supplier);
    supplier.next = well;
    // Classes are loaded and sites linked before the stack gets short.
    assertThatViolation(() -> well.descend(-1)).blames(CLIENT);
    AtomicInteger overflowed = new AtomicInteger();
    AtomicInteger caught = new AtomicInteger();
    ConcurrentLinkedQueue<Throwable> unexpected = new ConcurrentLinkedQueue<>();

    for (int i = 0; i < THREADS; i++) {
      int padding = i % 23;
      Runnable task =
          () -> {
            try {
              padded(padding, well);
            } catch (StackOverflowError expected) {
              overflowed.incrementAndGet();
            } catch (Throwable other) {
              unexpected.add(other);
            }
            try {
              well.descend(-1);
            } catch (ContractViolation expected) {
              caught.incrementAndGet();
            }
          };
      Thread thread = new Thread(null, task, "well-" + i, (128L + i % 64 * 4) * 1024);
      thread.start();
      thread.join();
    }

    assertThat(unexpected).isEmpty();
    assertThat(overflowed).hasValue(THREADS);
    assertThat(caught).hasValue(THREADS);
  }

  private static int padded(int frames, Well well) {
    return frames == 0 ? well.descend(0) : padded(frames - 1, well) + 1;
  }

  /** An operation with clauses that need the flag. */
  public interface Well {
    boolean accepts(int n);

    int depth();

    @Requires("accepts(n)")
    @Ensures("depth() >= old(depth())")
    int descend(int n);
  }

  private static final class Deep implements Well {
    private Well next = this;

    @Override
    public boolean accepts(int n) {
      return n >= 0;
    }

    @Override
    public int depth() {
      return 0;
    }

    @Override
    public int descend(int n) {
      return next.descend(n + 1) + 1;
    }
  }
}
