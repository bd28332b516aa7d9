package dev.tenon.ledger;

import static dev.tenon.model.Mode.ENFORCE;
import static dev.tenon.model.Mode.OBSERVE;
import static dev.tenon.model.Mode.OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.tenon.verdict.Cause;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LedgerListenerTest {

  private final RecordingVoice voice = new RecordingVoice();
  private final Ledger ledger = new Ledger(10, 10, voice, hook -> {});
  private final List<Violation> heard = new ArrayList<>();

  @Test
  void a_listener_hears_of_every_record_in_order_also_of_repeated_and_undecided_ones() {
    Violation broken = Violations.seeing("1");
    Violation undecided = Violations.undecided(Cause.moved());
    ledger.onRecord(heard::add);

    ledger.record(broken, ENFORCE);
    ledger.record(broken, OBSERVE);
    ledger.record(undecided, OBSERVE);

    assertThat(heard).containsExactly(broken, broken, undecided);
  }

  @Test
  void what_is_off_is_no_record() {
    ledger.onRecord(heard::add);

    ledger.record(Violations.seeing("1"), OFF);

    assertThat(heard).isEmpty();
  }

  @Test
  void a_listener_that_fails_swallows_nothing_and_is_counted() {
    ledger.onRecord(
        violation -> {
          throw new NoClassDefFoundError("a");
        });
    ledger.onRecord(heard::add);

    assertThatNoException().isThrownBy(() -> ledger.record(Violations.seeing("1"), ENFORCE));

    assertThat(heard).hasSize(1);
    assertThat(voice.lines).hasSize(1);
    assertThat(ledger.recent()).hasSize(1);
    assertThat(ledger.errors()).isEqualTo(1);
    assertThat(ledger.errorTexts())
        .singleElement()
        .asString()
        .startsWith("a listener of the ledger: java.lang.NoClassDefFoundError");
  }

  @Test
  void a_listener_that_is_forgotten_hears_nothing() {
    Consumer<Violation> listener = heard::add;
    ledger.onRecord(listener);
    ledger.forget(listener);

    ledger.record(Violations.seeing("1"), ENFORCE);

    assertThat(heard).isEmpty();
  }
}
