package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.Tool.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowIT {

  @TempDir static Path folder;
  private static String jar;

  @BeforeAll
  static void pack() {
    jar =
        Tool.jar(folder.resolve("warehouse.jar"), "", "warehouse.Counted", "warehouse.Shelf")
            .toString();
  }

  @ParameterizedTest
  @CsvSource({"text,shelf.txt", "markdown,shelf.md", "json,shelf.json", "JSON,shelf.json"})
  void a_contract_is_shown_with_what_it_inherits(String format, String expected) {
    Run run = Tool.run("show", "warehouse.Shelf", "--class-path", jar, "--format", format);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(Tool.pinned(expected));
    assertThat(run.code()).isZero();
  }

  @Test
  void a_jar_is_shown_with_every_seam_of_its_index() {
    Run run = Tool.run("show", jar);

    assertThat(run.out().lines().filter(line -> line.matches("warehouse\\.\\w+")))
        .containsExactly("warehouse.Counted", "warehouse.Shelf");
    assertThat(run.out()).endsWith(Tool.pinned("shelf.txt"));
  }

  @Test
  void a_folder_of_jars_is_a_class_path() {
    Run run = Tool.run("show", "warehouse.Shelf", "-cp", folder + "/*");

    assertThat(run.out()).isEqualTo(Tool.pinned("shelf.txt"));
  }

  @Test
  void a_nested_seam_is_found_by_its_canonical_name() {
    Run run = Tool.run("show", "warehouse.Desk.Bell", "-cp", jar);

    assertThat(run.out()).startsWith("warehouse.Desk$Bell\n").contains("requires   times > 0");
  }

  @Test
  void no_class_of_the_application_is_initialised() {
    Run run = Tool.run("show", "warehouse.Desk", "-cp", jar);

    assertThat(run.out()).startsWith("warehouse.Desk\n").doesNotContain("initialised");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void constraints_are_shown_without_a_validator() {
    Run run = Tool.run("show", "warehouse.Desk", "-cp", jar);

    assertThat(run.out()).contains("requires   @Email address", "requires   @Valid parcel");
  }

  @Test
  void what_operations_inherit_is_shown_in_their_own_types() {
    Run run = Tool.run("show", "warehouse.Desk", "-cp", jar);

    assertThat(run.out()).contains("void accept(String arg0)");
  }
}
