package dev.tenon.ledger;

import static dev.tenon.model.Mode.ENFORCE;
import static dev.tenon.model.Mode.OBSERVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LedgerErrorsTest {

  private static final Consumer<Runnable> NO_HOOK = hook -> {};

  @Test
  void a_logger_that_fails_reaches_nobody_and_is_counted() {
    Ledger ledger = new Ledger(10, 10, new FailingVoice(new NoClassDefFoundError("a")), NO_HOOK);

    assertThatNoException().isThrownBy(() -> ledger.record(Violations.seeing("1"), ENFORCE));
    assertThat(ledger.violations()).isEqualTo(1);
    assertThat(ledger.recent()).hasSize(1);
    assertThat(ledger.errors()).isEqualTo(1);
    assertThat(ledger.errorTexts())
        .singleElement()
        .asString()
        .startsWith("logging: java.lang.NoClassDefFoundError at dev.tenon.ledger.");
  }

  @Test
  void a_logger_that_overflows_the_stack_reaches_nobody() {
    Ledger ledger = new Ledger(10, 10, new FailingVoice(new StackOverflowError()), NO_HOOK);

    assertThatNoException().isThrownBy(() -> ledger.record(Violations.seeing("1"), ENFORCE));
    assertThat(ledger.errors()).isEqualTo(1);
  }

  @Test
  void a_hook_that_cannot_be_registered_is_counted() {
    RecordingVoice voice = new RecordingVoice();
    Ledger ledger =
        new Ledger(
            10,
            10,
            voice,
            hook -> {
              throw new SecurityException("no hooks here");
            });

    ledger.record(Violations.seeing("1"), OBSERVE);

    assertThat(voice.lines).hasSize(1);
    assertThat(ledger.errors()).isEqualTo(1);
  }

  @Test
  void the_first_errors_are_kept_and_logged_and_all_are_counted() {
    RecordingVoice voice = new RecordingVoice();
    Ledger ledger = new Ledger(10, 10, voice, NO_HOOK);

    for (int i = 0; i < 100; i++) {
      ledger.error("linking bank.Vault", new IllegalStateException("secret"));
    }

    assertThat(ledger.errors()).isEqualTo(100);
    assertThat(ledger.errorTexts()).hasSize(5);
    assertThat(ledger.errorTexts().get(0))
        .startsWith("linking bank.Vault: java.lang.IllegalStateException at ")
        .doesNotContain("secret");
    assertThat(voice.lines).hasSize(5);
    assertThat(voice.lines.get(0).logger()).isEqualTo("dev.tenon");
    assertThat(ledger.summary()).isEqualTo("Tenon: 0 violations; 100 errors of Tenon itself");
  }
}
