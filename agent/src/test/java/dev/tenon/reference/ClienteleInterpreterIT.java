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
 * At both doors random clients with views of one seam get what the interpreter says: also in loops,
 * through each other, called back by the supplier and in front of a supplier that hands on.
 *
 * <p>As many programs as one likes: {@code -Dtenon.reference.programs=5000}, see CONTRIBUTING.md.
 */
class ClienteleInterpreterIT {

  private static final int PROGRAMS = Integer.getInteger(Tally.PROGRAMS, 300);
  private static final long SEED = 1;

  private static Tally tally = Tally.EMPTY;

  @BeforeAll
  static void run_the_programs(@TempDir Path directory) throws IOException, InterruptedException {
    tally = Tally.of(directory, PROGRAMS, SEED, LongRun.CLIENTELES);
  }

  @Test
  void no_call_ends_otherwise_than_the_interpreter_says() {
    assertThat(tally.counts()).as(tally.said()).containsEntry(LongRun.DISAGREEMENTS, 0);
  }

  @ParameterizedTest
  @EnumSource
  void every_program_was_run(Door door) {
    assertThat(tally.count("programs", door)).isEqualTo(PROGRAMS);
    assertThat(tally.count("calls", door)).isGreaterThan(6 * PROGRAMS);
    assertThat(tally.count("switches", door)).isGreaterThan(PROGRAMS / 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 views",
        "1 views",
        "2 views",
        "1 views in a loop",
        "2 views in a loop",
        "1 views by another",
        "2 views by another",
        "1 views wrapped",
        "2 views wrapped"
      })
  void every_way_was_gone(String way) {
    assertThat(tally.count("through " + way, Door.WOVEN)).isGreaterThan(PROGRAMS / 20);
  }

  @ParameterizedTest
  @EnumSource
  void every_verdict_on_what_is_relied_on_was_seen(Door door) {
    assertThat(tally.count("GAP ASSUMPTION thrown", door)).isGreaterThan(PROGRAMS / 20);
    assertThat(tally.count("GAP ASSUMPTION recorded", door)).isGreaterThan(PROGRAMS / 20);
    assertThat(tally.count("GAP ASSUMPTION carried", door)).isGreaterThan(PROGRAMS / 50);
    assertThat(tally.count("CONTRACT ASSUMPTION recorded", door)).isGreaterThan(PROGRAMS / 20);
  }

  @ParameterizedTest
  @EnumSource
  void every_other_verdict_was_seen(Door door) {
    assertThat(tally.count("CLIENT PRECONDITION thrown", door)).isGreaterThan(PROGRAMS / 2);
    assertThat(tally.count("CLIENT PRECONDITION recorded", door)).isGreaterThan(PROGRAMS / 10);
    assertThat(tally.count("SUPPLIER GUARANTEE thrown", door)).isGreaterThan(PROGRAMS / 20);
    assertThat(tally.count("SUPPLIER EXCEPTION carried", door)).isGreaterThan(PROGRAMS / 100);
  }
}
