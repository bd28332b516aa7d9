package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

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
}
