package dev.tenon.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class LanesTest {

  @Test
  void a_thread_keeps_its_lane() {
    assertThat(Lane.current()).isSameAs(Lane.current());
  }

  @Test
  void living_threads_of_one_place_have_a_lane_each() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    Callable<Lane[]> twice =
        () -> {
          Lane first = Lane.current();
          asked.countDown();
          asked.await();
          return new Lane[] {first, Lane.current()};
        };
    FutureTask<Lane[]> one = new FutureTask<>(twice);
    FutureTask<Lane[]> other = new FutureTask<>(twice);
    Thread thread = new Thread(one);
    Thread ofSamePlace = ofPlaceOf(thread, other);

    thread.start();
    ofSamePlace.start();

    assertThat(one.get()[0]).isSameAs(one.get()[1]).isNotSameAs(other.get()[0]);
    assertThat(other.get()[0]).isSameAs(other.get()[1]);
  }

  @Test
  void a_thread_whose_number_repeats_that_of_a_dead_one_has_a_lane_of_its_own() throws Exception {
    FutureTask<Lane> first = new FutureTask<>(Lane::current);
    FutureTask<Lane> second = new FutureTask<>(Lane::current);
    Thread dead = new Numbered(first);
    dead.start();
    dead.join();
    first.get().on = true;

    new Numbered(second).start();

    assertThat(second.get()).isNotSameAs(first.get());
    assertThat(second.get().on).isFalse();
  }

  @Test
  void any_number_of_living_threads_that_say_the_same_number_have_a_lane_each() throws Exception {
    CountDownLatch asked = new CountDownLatch(40);
    Set<Lane> lanes = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Runnable ask =
          () -> {
            lanes.add(Lane.current());
            asked.countDown();
            awaitQuietly(asked);
            lanes.add(Lane.current());
          };
      threads.add(new Numbered(ask));
    }

    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(lanes).hasSize(40);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread ofPlaceOf(Thread thread, Runnable task) {
    Thread found = new Thread(task);
    while ((found.getId() - thread.getId()) % Lanes.FEWEST_PLACES != 0) {
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
