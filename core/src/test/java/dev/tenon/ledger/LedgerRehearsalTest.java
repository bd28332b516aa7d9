package dev.tenon.ledger;

import static dev.tenon.model.Mode.ENFORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerRehearsalTest {

  private final RecordingVoice voice = new RecordingVoice();
  private final Ledger ledger = new Ledger(10, 10, voice, hook -> {});
  private final List<Violation> heard = new ArrayList<>();
  private final List<Violation> rehearsed = new ArrayList<>();

  @Test
  void what_is_rehearsed_is_heard_there_alone() {
    Violation broken = Violations.seeing("1");
    ledger.onRecord(heard::add);

    String done =
        ledger.rehearse(
            rehearsed::add,
            () -> {
              ledger.record(broken, ENFORCE);
              return "done";
            });

    assertThat(done).isEqualTo("done");
    assertThat(rehearsed).containsExactly(broken);
    assertThat(heard).isEmpty();
    assertThat(ledger.recent()).isEmpty();
    assertThat(ledger.violations()).isZero();
    assertThat(voice.lines).isEmpty();
  }

  @Test
  void other_threads_rehearse_nothing() {
    Thread other = new Thread(() -> ledger.record(Violations.seeing("1"), ENFORCE));

    ledger.rehearse(
        rehearsed::add,
        () -> {
          other.start();
          return join(other);
        });

    assertThat(rehearsed).isEmpty();
    assertThat(ledger.violations()).isEqualTo(1);
  }

  private static boolean join(Thread thread) {
    try {
      thread.join();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_rehearsal_in_another_ends_with_its_work_also_when_that_fails() {
    ledger.rehearse(
        rehearsed::add,
        () -> {
          assertThatThrownBy(
                  () ->
                      ledger.rehearse(
                          heard::add,
                          () -> {
                            throw new IllegalStateException("failed");
                          }))
              .hasMessage("failed");
          ledger.record(Violations.seeing("1"), ENFORCE);
          return true;
        });
    ledger.record(Violations.seeing("2"), ENFORCE);

    assertThat(rehearsed).hasSize(1);
    assertThat(heard).isEmpty();
    assertThat(ledger.violations()).isEqualTo(1);
  }
}
