package dev.tenon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.reference.Interpreter.Door;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * At both doors random objects that keep invariants, are made, call each other and are called back
 * end as the interpreter says, also where several threads use them one after the other.
 *
 * <p>As many programs as one likes: {@code -Dtenon.reference.programs=5000}, see CONTRIBUTING.md.
 */
class CircleInterpreterIT {

  private static final int PROGRAMS = Integer.getInteger(Tally.PROGRAMS, 300);
  private static final long SEED = 1;

  private static Tally tally = Tally.EMPTY;

  @BeforeAll
  static void run_the_programs(@TempDir Path directory) throws IOException, InterruptedException {
    tally = Tally.of(directory, PROGRAMS, SEED, LongRun.CIRCLES);
  }

  @Test
  void no_call_ends_otherwise_than_the_interpreter_says() {
    assertThat(tally.counts()).as(tally.said()).containsEntry(LongRun.DISAGREEMENTS, 0);
  }

  @ParameterizedTest
  @EnumSource
  void every_program_was_run(Door door) {
    assertThat(tally.count("programs", door)).isEqualTo(PROGRAMS);
    assertThat(tally.count("calls", door)).isGreaterThan(8 * PROGRAMS);
    assertThat(tally.count("switches", door)).isGreaterThan(PROGRAMS / 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DIRECT", "GUARDED", "DIRECT elsewhere", "a constructor", "a static method"})
  void every_way_was_gone(String way) {
    assertThat(tally.count("through " + way, Door.WOVEN)).isGreaterThan(PROGRAMS / 5);
  }

  @ParameterizedTest
  @EnumSource
  void every_verdict_on_invariants_was_seen(Door door) {
    assertThat(tally.count("SUPPLIER INVARIANT thrown", door)).isGreaterThan(PROGRAMS / 5);
    assertThat(tally.count("SUPPLIER INVARIANT carried", door)).isGreaterThan(PROGRAMS / 50);
    assertThat(tally.count("SUPPLIER INVARIANT recorded", door)).isGreaterThan(PROGRAMS / 20);
    assertThat(tally.count("CONTRACT INVARIANT recorded", door)).isGreaterThan(PROGRAMS / 20);
  }

  @ParameterizedTest
  @EnumSource
  void objects_were_called_back_and_shared(Door door) {
    assertThat(tally.count("CONTRACT REENTRY INVARIANT recorded", door))
        .isGreaterThan(PROGRAMS / 50);
    assertThat(tally.count("CONTRACT SHARED INVARIANT recorded", door))
        .isGreaterThan(PROGRAMS / 100);
  }

  @ParameterizedTest
  @EnumSource
  void every_verdict_on_exceptions_was_seen(Door door) {
    assertThat(tally.count("SUPPLIER EXCEPTION thrown", door)).isGreaterThan(PROGRAMS / 20);
    assertThat(tally.count("SUPPLIER EXCEPTION carried", door)).isGreaterThan(PROGRAMS / 20);
  }
}
