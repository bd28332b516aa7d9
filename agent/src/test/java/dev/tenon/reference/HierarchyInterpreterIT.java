package dev.tenon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.reference.Hierarchy.Way;
import dev.tenon.reference.Interpreter.Door;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * At both doors random hierarchies end as the interpreter says: generic interfaces, classes that
 * inherit bodies, several declarations of an operation, and what stands in front of suppliers.
 *
 * <p>As many programs as one likes: {@code -Dtenon.reference.programs=5000}, see CONTRIBUTING.md.
 */
class HierarchyInterpreterIT {

  private static final int PROGRAMS = Integer.getInteger(Tally.PROGRAMS, 600);
  private static final long SEED = 1;

  private static Tally tally = Tally.EMPTY;

  @BeforeAll
  static void run_the_programs(@TempDir Path directory) throws IOException, InterruptedException {
    tally = Tally.of(directory, PROGRAMS, SEED, LongRun.HIERARCHIES);
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
    assertThat(tally.count("switches", door)).isGreaterThan(PROGRAMS / 20);
  }

  @ParameterizedTest
  @EnumSource
  void every_way_to_a_supplier_was_gone(Way way) {
    assertThat(tally.count("through " + way, Door.WOVEN)).isGreaterThan(PROGRAMS / 50);
  }

  @ParameterizedTest
  @EnumSource
  void every_verdict_was_seen(Door door) {
    assertThat(tally.count("CLIENT PRECONDITION thrown", door)).isGreaterThan(PROGRAMS / 2);
    assertThat(tally.count("CLIENT latent PRECONDITION recorded", door))
        .isGreaterThan(PROGRAMS / 200);
    assertThat(tally.count("OVERRIDE PRECONDITION thrown", door)).isGreaterThan(PROGRAMS / 20);
    assertThat(tally.count("CONTRACT PRECONDITION recorded", door)).isGreaterThan(PROGRAMS / 4);
    assertThat(tally.count("SUPPLIER GUARANTEE thrown", door)).isGreaterThan(PROGRAMS / 4);
    assertThat(tally.count("CONTRACT GUARANTEE recorded", door)).isGreaterThan(PROGRAMS / 10);
  }

  @ParameterizedTest
  @EnumSource
  void every_verdict_on_exceptions_was_seen(Door door) {
    assertThat(tally.count("SUPPLIER EXCEPTION thrown", door)).isGreaterThan(PROGRAMS / 10);
    assertThat(tally.count("SUPPLIER EXCEPTION carried", door)).isGreaterThan(PROGRAMS / 10);
    assertThat(tally.count("SUPPLIER EXCEPTION recorded", door)).isGreaterThan(PROGRAMS / 20);
    assertThat(tally.count("CONTRACT EXCEPTION recorded", door)).isGreaterThan(PROGRAMS / 100);
  }
}
