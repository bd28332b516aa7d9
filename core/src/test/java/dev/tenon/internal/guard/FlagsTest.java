package dev.tenon.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.Flag;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class FlagsTest {

  @Test
  void a_thread_keeps_its_flag() {
    assertThat(Flags.current()).isSameAs(Flags.current());
  }

  @Test
  void living_threads_of_one_place_have_a_flag_each() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    Callable<Flag[]> twice =
        () -> {
          Flag first = Flags.current();
          asked.countDown();
          asked.await();
          return new Flag[] {first, Flags.current()};
        };
    FutureTask<Flag[]> one = new FutureTask<>(twice);
    FutureTask<Flag[]> other = new FutureTask<>(twice);
    Thread thread = new Thread(one);
    Thread ofSamePlace = ofPlaceOf(thread, other);

    thread.start();
    ofSamePlace.start();

    assertThat(one.get()[0]).isSameAs(one.get()[1]).isNotSameAs(other.get()[0]);
    assertThat(other.get()[0]).isSameAs(other.get()[1]);
  }

  @Test
  void a_thread_whose_number_repeats_that_of_a_dead_one_has_a_flag_of_its_own() throws Exception {
    FutureTask<Flag> first = new FutureTask<>(Flags::current);
    FutureTask<Flag> second = new FutureTask<>(Flags::current);
    Thread dead = new Numbered(first);
    dead.start();
    dead.join();
    first.get().on = true;

    new Numbered(second).start();

    assertThat(second.get()).isNotSameAs(first.get());
    assertThat(second.get().on).isFalse();
  }

  private static Thread ofPlaceOf(Thread thread, Runnable task) {
    Thread found = new Thread(task);
    while ((found.getId() - thread.getId()) % Flags.PLACES != 0) {
      found = new Thread(task);
    }
    return found;
  }

  /** All of these say the same number. */
  private static final class Numbered extends Thread {

    Numbered(Runnable task) {
      super(task);
    }

    @Override
    public long getId() {
      return 7;
    }
  }
}
