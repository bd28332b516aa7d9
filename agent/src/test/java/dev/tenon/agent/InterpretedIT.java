package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.scenario.FourInvariants;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invariants in code that is interpreted, and in code that has been compiled. */
class InterpretedIT {

  private static final List<String> FIRST =
      List.of(
          "other returned SUPPLIER level",
          "plain threw SUPPLIER level",
          "own returned",
          "entered returned CONTRACT touch");

  /** Which objects are open is known from then on. */
  private static final List<String> LATER =
      List.of(
          "other threw SUPPLIER level",
          "plain threw SUPPLIER level",
          "own returned",
          "entered returned CONTRACT touch");

  @TempDir Path directory;

  @Test
  void an_interpreter_gives_each_its_verdict() {
    judges(run("-Xint", 100));
  }

  @Test
  void code_compiled_after_two_million_calls_gives_the_same() {
    judges(run("-XX:TieredStopAtLevel=4", 2_000_000));
  }

  private static void judges(List<String> lines) {
    assertThat(lines).hasSize(9).startsWith(FIRST.toArray(String[]::new));
    assertThat(lines.subList(4, 8)).isEqualTo(LATER);
    assertThat(lines.get(8)).isEqualTo("errors 0");
  }

  private List<String> run(String flag, int calls) {
    ForkedJvm.Run run =
        new ForkedJvm(directory)
            .flags(flag)
            .onJars(List.of(System.getProperty("java.class.path")))
            .agentArguments("banner=false")
            .run(FourInvariants.class.getName(), Integer.toString(calls));
    assertThat(run.exit()).as(run.err()).isZero();
    return run.outLines();
  }
}
