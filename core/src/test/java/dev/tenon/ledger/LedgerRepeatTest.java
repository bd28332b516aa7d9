package dev.tenon.ledger;

import static dev.tenon.model.Mode.OBSERVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tenon.verdict.Violation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerRepeatTest {

  private static final int REPEATS = 100_000;

  private final RecordingVoice voice = new RecordingVoice();
  private final Ledger ledger = new Ledger(10, 10, voice, hook -> {});

  @Test
  void a_repeat_renders_nothing_and_allocates_next_to_nothing() {
    Violation violation = Violations.seeing("142");
    record(violation, REPEATS);

    long before = allocated();
    record(violation, REPEATS - 1);
    long bytes = allocated() - before;

    assertThat(bytes / REPEATS).isLessThan(8);
    assertThat(voice.lines).hasSize(6);
  }

  @Test
  void repeats_of_many_threads_are_all_counted() throws InterruptedException {
    Ledger shared = new Ledger(10, 10, new RecordingVoice(), hook -> {});
    Violation violation = Violations.seeing("142");
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(new Thread(() -> record(shared, violation, 2_500)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(shared.count(violation.fingerprint())).isEqualTo(10_000);
    assertThat(shared.recent()).hasSize(10);
    assertThat(shared.errors()).isZero();
  }

  private void record(Violation violation, int times) {
    record(ledger, violation, times);
  }

  private static void record(Ledger ledger, Violation violation, int times) {
    for (int i = 0; i < times; i++) {
      ledger.record(violation, OBSERVE);
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
