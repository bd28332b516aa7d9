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

/**
 * At both doors random programs of one seam and one supplier end as the interpreter says, down to
 * what the ledger has.
 *
 * <p>As many programs as one likes: {@code -Dtenon.reference.programs=5000}, see CONTRIBUTING.md.
 */
class ReferenceInterpreterIT {

  private static final int PROGRAMS = Integer.getInteger(Tally.PROGRAMS, 600);
  private static final long SEED = 1;

  private static Tally tally = Tally.EMPTY;

  @BeforeAll
  static void run_the_programs(@TempDir Path directory) throws IOException, InterruptedException {
    tally = Tally.of(directory, PROGRAMS, SEED, LongRun.PROGRAMS);
  }

  @Test
  void no_call_ends_otherwise_than_the_interpreter_says() {
    assertThat(tally.counts()).as(tally.said()).containsEntry(LongRun.DISAGREEMENTS, 0);
  }

  @ParameterizedTest
  @EnumSource
  void every_program_was_run(Door door) {
    assertThat(count("programs", door)).isEqualTo(PROGRAMS);
    assertThat(count("calls", door)).isGreaterThan(4 * PROGRAMS);
    assertThat(count("switches", door)).isGreaterThan(PROGRAMS / 10);
  }

  @ParameterizedTest
  @EnumSource
  void every_ending_of_a_call_was_seen(Door door) {
    assertThat(count("returned", door)).isGreaterThan(PROGRAMS);
    assertThat(count("threw", door)).isGreaterThan(PROGRAMS / 4);
    assertThat(count("violated", door)).isGreaterThan(PROGRAMS / 2);
  }

  @ParameterizedTest
  @EnumSource
  void every_verdict_was_seen(Door door) {
    assertThat(count("CLIENT PRECONDITION thrown", door)).isGreaterThan(PROGRAMS / 2);
    assertThat(count("CLIENT PRECONDITION recorded", door)).isGreaterThan(PROGRAMS / 10);
    assertThat(count("SUPPLIER GUARANTEE thrown", door)).isGreaterThan(PROGRAMS / 10);
    assertThat(count("SUPPLIER GUARANTEE recorded", door)).isGreaterThan(PROGRAMS / 50);
    assertThat(count("CONTRACT PRECONDITION recorded", door)).isGreaterThan(PROGRAMS / 50);
    assertThat(count("CONTRACT GUARANTEE recorded", door)).isGreaterThan(PROGRAMS / 50);
  }

  @ParameterizedTest
  @EnumSource
  void clauses_beside_the_decisive_one_were_seen(Door door) {
    assertThat(count("with others false", door)).isGreaterThan(PROGRAMS / 10);
    assertThat(count("with others not evaluable", door)).isGreaterThan(PROGRAMS / 10);
  }

  private static int count(String what, Door door) {
    return tally.count(what, door);
  }
}
