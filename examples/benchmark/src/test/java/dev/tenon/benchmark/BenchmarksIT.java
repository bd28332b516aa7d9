package dev.tenon.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.benchmark.handoff.Agent;
import dev.tenon.benchmark.handoff.Proofs;
import dev.tenon.benchmark.handoff.Row;
import dev.tenon.benchmark.handoff.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarksIT {

  @Test
  void every_row_is_proved_in_a_jvm_that_has_its_agent() throws Exception {
    Program program = Program.run("prove");

    assertThat(program.said().lines()).containsAll(Rows.all().stream().map(Row::name).toList());
    assertThat(program.exit()).isZero();
  }

  @Test
  void a_row_is_refused_where_the_agent_that_it_needs_is_missing() throws Exception {
    Program program = Program.main(Proofs.class, Agent.TENON.name());

    assertThat(program.exit()).isEqualTo(1);
    assertThat(program.said())
        .contains("transfer/Tenon answers a call that breaks", "a JVM for it has the agent TENON");
  }

  @Test
  void a_row_is_measured_and_told_beside_the_one_by_hand() throws Exception {
    Program program =
        Program.run(
            "handoffs",
            "--short",
            "--rows",
            "transfer/(hand-written|Tenon)",
            "-wi",
            "1",
            "-i",
            "1",
            "-w",
            "50ms",
            "-r",
            "50ms");

    assertThat(program.exit()).isZero();
    assertThat(program.said().lines().filter(line -> line.startsWith("| transfer")))
        .hasSize(2)
        .allMatch(
            line -> line.matches("\\| transfer \\| [^|]+ \\|( -?[\\d.,]+(-[\\d.,]+)? \\|){5}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "handoff; Did you mean: benchmark handoffs",
        "start-up many; 'many' is not an int",
        "start-up 0; ROUNDS is 1 or more",
        "start-up 1 no.jar; no jar at no.jar",
        "growth fast; Unmatched argument at index 1: 'fast'",
        "handoffs --rows; Missing required parameter for option '--rows'",
        "handoffs --rows (; Unclosed group",
        "handoffs --rows nobody/.*; no row matches nobody/.*",
        "handoffs --fork 3; fork is not a recognized option"
      })
  void what_is_not_understood_is_said_and_nothing_is_measured(String arguments, String answer)
      throws Exception {
    Program program = Program.run(arguments.split(" ", -1));

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.said()).contains(answer).doesNotContain("# Run progress");
  }

  @Test
  void no_command_shows_which_there_are() throws Exception {
    Program program = Program.run();

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.said()).startsWith("which command?").contains("handoffs", "One handoff");
  }

  @Test
  void help_of_a_command_names_its_options() throws Exception {
    Program program = Program.run("handoffs", "--help");

    assertThat(program.exit()).isZero();
    assertThat(program.said()).contains("benchmark handoffs", "--rows=REGEX");
  }
}
