package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.Tool.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectIT {

  @TempDir static Path folder;
  private static String jar;

  @BeforeAll
  static void pack() {
    jar =
        Tool.jar(folder.resolve("warehouse.jar"), "", "warehouse.Shelf", "warehouse.Sorting")
            .toString();
  }

  @Test
  void the_values_of_each_parameter_are_said_in_words() {
    Run run = Tool.run("inspect", "warehouse.Shelf", "-cp", jar);

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .contains("warehouse.Shelf.take(int, String)", "  count        int > 0")
        .contains("  asked        count <= size()");
    assertThat(run.code()).isZero();
  }

  @Test
  void clauses_that_draw_arguments_are_told_from_those_that_are_asked() {
    Run run = Tool.run("inspect", "warehouse.Sorting", "-cp", jar);

    assertThat(run.out()).contains("drawn by     n < names.size()");
    assertThat(run.code()).isZero();
  }

  @Test
  void a_seam_that_is_not_there_gets_one_line() {
    Run run = Tool.run("inspect", "warehouse.Shelve", "-cp", jar);

    assertThat(run.err())
        .isEqualTo(
            "tenon: there is no class warehouse.Shelve on the class path; did you mean"
                + " warehouse.Shelf?\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }
}
