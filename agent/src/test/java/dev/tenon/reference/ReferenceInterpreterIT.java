package dev.tenon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.reference.Interpreter.Door;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At both doors random programs end as the interpreter says, down to what the ledger has. */
class ReferenceInterpreterIT {

  private static final int PROGRAMS = 2_000;
  private static final long SEED = 1;
  private static final int PATIENCE_IN_MINUTES = 10;

  private static final Map<String, Integer> COUNTS = new TreeMap<>();
  private static String said = "";

  @BeforeAll
  static void run_the_programs(@TempDir Path directory) throws IOException, InterruptedException {
    Path out = directory.resolve("out.txt");
    List<String> command = new ArrayList<>(Workbench.JAVA);
    command.add("-D" + Workbench.AGENT + "=" + System.getProperty(Workbench.AGENT));
    command.add("-Djava.io.tmpdir=" + directory);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), LongRun.class.getName()));
    command.addAll(List.of(Integer.toString(PROGRAMS), Long.toString(SEED), "2"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.redirectOutput(out.toFile()).start();
    boolean ended = process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    said = Files.readString(out);
    assertThat(ended).as(said).isTrue();
    said.lines()
        .dropWhile(line -> !line.equals(LongRun.COUNTED))
        .skip(1)
        .forEach(
            counted -> {
              String[] parts = counted.split(" ", 2);
              COUNTS.put(parts[1], Integer.valueOf(parts[0]));
            });
    System.out.println(COUNTS);
  }

  @Test
  void no_call_ends_otherwise_than_the_interpreter_says() {
    assertThat(COUNTS).as(said).containsEntry(LongRun.DISAGREEMENTS, 0);
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
    return COUNTS.getOrDefault(what + " " + door, 0);
  }
}
