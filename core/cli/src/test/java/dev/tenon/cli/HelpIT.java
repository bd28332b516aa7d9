package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.Tool.Run;
import org.junit.jupiter.api.Test;

class HelpIT {

  @Test
  void help_names_every_command() {
    Run run = Tool.run("--help");

    assertThat(run.out()).startsWith("Usage: tenon ").contains("  show ");
    assertThat(run.code()).isZero();
  }

  @Test
  void a_command_has_help_of_its_own() {
    Run run = Tool.run("help", "show");

    assertThat(run.out()).startsWith("Usage: tenon show ").contains("--class-path", "--format");
    assertThat(run.out()).isEqualTo(Tool.run("show", "--help").out());
    assertThat(run.code()).isZero();
  }

  @Test
  void the_version_is_that_of_the_jar() {
    Run run = Tool.run("--version");

    assertThat(run.out()).matches("tenon \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    assertThat(run.code()).isZero();
  }
}
