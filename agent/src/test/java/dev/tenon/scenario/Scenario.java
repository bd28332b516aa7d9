package dev.tenon.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import org.junit.jupiter.api.AfterEach;

/** What every scenario leaves behind: every mode as it was, and no error of ours swallowed. */
interface Scenario {

  @AfterEach
  default void modes_are_reset_and_no_error_was_swallowed() {
    Modes.reset();
    assertThat(Seams.ledger().errorTexts()).isEmpty();
    assertThat(Seams.status().errors()).isZero();
  }
}
