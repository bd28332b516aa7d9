package dev.tenon.ledger;

import static dev.tenon.ledger.Violations.SEAM;
import static dev.tenon.model.Mode.ENFORCE;
import static dev.tenon.model.Mode.OBSERVE;
import static dev.tenon.model.Mode.OFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Mode;
import dev.tenon.model.Party;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final int FINGERPRINTS = 3;
  private static final int RECENT = 4;

  private final RecordingVoice voice = new RecordingVoice();
  private final List<Runnable> hooks = new ArrayList<>();
  private final Ledger ledger = new Ledger(FINGERPRINTS, RECENT, voice, hooks::add);

  @AfterEach
  void nothing_failed() {
    assertThat(ledger.errorTexts()).isEmpty();
  }

  @Test
  void violations_are_counted_by_party_and_by_fingerprint() {
    record(2, Violations.of("covered", Party.CLIENT), OBSERVE);
    record(3, Violations.of("kept", Party.SUPPLIER), OBSERVE);

    assertThat(ledger.violations()).isEqualTo(5);
    assertThat(ledger.violations(Party.CLIENT)).isEqualTo(2);
    assertThat(ledger.count(Violations.of("kept", Party.SUPPLIER).fingerprint())).isEqualTo(3);
    assertThat(ledger.different()).isEqualTo(2);
  }

  @Test
  void the_first_of_a_fingerprint_is_logged_in_full_under_the_name_of_its_seam() {
    Violation violation = Violations.seeing("142");

    record(1, violation, OBSERVE);

    assertThat(voice.lines)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.logger()).isEqualTo(SEAM);
              assertThat(line.text()).isEqualTo(violation.text()).contains("amount = 142");
            });
  }

  @Test
  void key_values_stand_beside_the_text() {
    Violation violation = Violations.seeing("142");

    record(1, violation, OBSERVE);

    assertThat(voice.lines.get(0).keys())
        .hasToString(
            "{seam=bank.Vault, operation=pay, clause=covered, kind=PRECONDITION, blamed=CLIENT,"
                + " mode=OBSERVE, client=checkout, supplier=ledger, fingerprint="
                + violation.fingerprint()
                + ", count=1}");
  }

  @Test
  void repeats_are_logged_ever_more_rarely_and_on_one_line() {
    record(2_345, Violations.seeing("142"), OBSERVE);

    assertThat(voice.lines)
        .extracting(line -> line.keys().get("count"))
        .containsExactly(1L, 10L, 100L, 1_000L);
    assertThat(voice.lines.get(3).text())
        .isEqualTo("Broken again: covered of bank.Vault.pay, 1000 times now, to blame: CLIENT");
  }

  @Test
  void the_same_violation_with_other_values_is_a_repeat() {
    record(1, Violations.seeing("142"), OBSERVE);
    record(1, Violations.seeing("143"), OBSERVE);

    assertThat(voice.lines).hasSize(1);
    assertThat(ledger.different()).isEqualTo(1);
  }

  @Test
  void what_is_thrown_is_an_error_and_what_is_observed_a_warning() {
    record(1, Violations.of("a", Party.CLIENT), ENFORCE);
    record(1, Violations.of("b", Party.CLIENT), OBSERVE);

    assertThat(voice.lines).extracting(RecordingVoice.Line::isError).containsExactly(true, false);
  }

  @Test
  void what_is_not_thrown_is_a_warning_even_where_it_is_enforced() {
    record(1, Violations.undecided(Cause.moved()), ENFORCE);
    record(1, Violations.latent(), ENFORCE);

    assertThat(voice.lines).extracting(RecordingVoice.Line::isError).containsExactly(false, false);
  }

  @Test
  void an_undecided_clause_is_no_violation() {
    record(1, Violations.undecided(Cause.threw(new NullPointerException(), false)), OBSERVE);
    record(9, Violations.undecided(Cause.moved()), OBSERVE);

    assertThat(ledger.violations()).isZero();
    assertThat(ledger.undecided()).isEqualTo(10);
    assertThat(ledger.moved()).isEqualTo(9);
    assertThat(voice.lines.get(1).text()).startsWith("Undecided again: covered");
  }

  @Test
  void a_clause_that_is_off_leaves_no_trace() {
    record(1, Violations.seeing("142"), OFF);

    assertThat(ledger.violations()).isZero();
    assertThat(ledger.recent()).isEmpty();
    assertThat(voice.lines).isEmpty();
  }

  @Test
  void the_last_violations_are_kept_the_oldest_first() {
    List<Violation> made = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      made.add(Violations.seeing("" + i));
      record(1, made.get(i), OBSERVE);
    }

    assertThat(ledger.recent()).containsExactlyElementsOf(made.subList(2, 6));
  }

  @Test
  void too_many_different_violations_are_counted_together() {
    for (String clause : List.of("a", "b", "c", "d", "e")) {
      record(2, Violations.of(clause, Party.CLIENT), OBSERVE);
    }

    assertThat(ledger.violations()).isEqualTo(10);
    assertThat(ledger.different()).isEqualTo(3);
    assertThat(ledger.overflown()).isEqualTo(4);
    assertThat(ledger.count(Violations.of("d", Party.CLIENT).fingerprint())).isZero();
    assertThat(voice.lines).hasSize(4);
    assertThat(voice.lines.get(3).text())
        .startsWith("More than 3 different violations: one further is counted together")
        .endsWith(Violations.of("d", Party.CLIENT).text());
  }

  @Test
  void what_was_not_judged_is_counted() {
    ledger.countDropped();
    ledger.countSkipped();
    ledger.countSkipped();

    assertThat(ledger.dropped()).isEqualTo(1);
    assertThat(ledger.skipped()).isEqualTo(2);
    assertThat(ledger.errors()).isZero();
  }

  @Test
  void a_warning_is_logged_once_and_is_no_violation() {
    ledger.warning("bank.Vault is not enforced: loaded too early");
    ledger.warning("bank.Vault is not enforced: loaded too early");

    assertThat(voice.lines)
        .containsExactly(
            new RecordingVoice.Line(
                false, "dev.tenon", "bank.Vault is not enforced: loaded too early", Map.of()));
    assertThat(ledger.summary()).isEmpty();
  }

  @Test
  void the_summary_tells_what_was_seen_on_one_line() {
    record(3, Violations.of("covered", Party.CLIENT), OBSERVE);
    record(1, Violations.of("kept", Party.SUPPLIER), OBSERVE);
    record(2, Violations.undecided(Cause.moved()), OBSERVE);
    record(5, Violations.of("late", Party.CLIENT), OBSERVE);
    ledger.countDropped();
    ledger.countSkipped();

    assertThat(ledger.summary())
        .isEqualTo(
            "Tenon: 9 violations (8 client, 1 supplier); 2 undecided (2 moved);"
                + " 5 beyond the different ones that are counted; 1 dropped inside a clause;"
                + " 1 skipped inside a clause");
  }

  @Test
  void one_violation_is_one_violation() {
    record(1, Violations.of("covered", Party.CLIENT), OBSERVE);

    assertThat(ledger.summary()).isEqualTo("Tenon: 1 violation (1 client)");
  }

  @Test
  void nothing_recorded_is_nothing_to_tell() {
    ledger.countDropped();

    assertThat(ledger.summary()).isEmpty();
    assertThat(hooks).isEmpty();
  }

  @Test
  void the_end_of_the_jvm_is_awaited_once_from_the_first_violation_on() {
    record(5, Violations.of("covered", Party.CLIENT), OBSERVE);

    assertThat(hooks).hasSize(1);
  }

  private void record(int times, Violation violation, Mode mode) {
    for (int i = 0; i < times; i++) {
      ledger.record(violation, mode);
    }
  }
}
