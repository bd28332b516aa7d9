package dev.tenon.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.Seams;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private final Vault vault = Seams.guard(Vault.class, new HonestVault());
  private final Recording recording = new Recording(true, Thread.currentThread(), Mocks.CHECKED);

  @Test
  void what_was_taken_out_is_no_failure() {
    Violation violation = violation();
    recording.add(Met.of(violation), false);

    recording.take(violation);

    assertThat(Unasked.of(recording, 0, null)).isEmpty();
  }

  @Test
  void an_equal_violation_of_another_call_is_not_taken_out() {
    recording.add(Met.of(violation()), false);

    recording.take(violation());

    assertThat(recording.list()).hasSize(1);
  }

  @Test
  void what_found_no_place_fails_the_test_although_the_rest_was_taken_out() {
    Violation violation = violation();
    for (int i = 0; i < 1_001; i++) {
      recording.add(Met.of(violation), false);
    }
    for (int i = 0; i < 1_000; i++) {
      recording.take(violation);
    }

    assertThat(recording.list()).isEmpty();
    assertThat(Unasked.of(recording, 0, null))
        .hasValueSatisfying(
            failure ->
                assertThat(failure)
                    .hasMessageStartingWith("Tenon recorded a violation")
                    .hasMessageContaining("see Seams.ledger()"));
  }

  @Test
  void taking_all_takes_what_found_no_place_as_well() {
    Violation violation = violation();
    for (int i = 0; i < 1_001; i++) {
      recording.add(Met.of(violation), false);
    }

    assertThat(recording.takeAll()).hasSize(1_000);
    assertThat(Unasked.of(recording, 0, null)).isEmpty();
  }

  private Violation violation() {
    return catchThrowableOfType(ContractViolation.class, () -> vault.withdraw(-1)).violation();
  }
}
