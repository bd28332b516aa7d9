package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.Tool.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever cannot be used gets one line and the exit code 2. */
class MisuseIT {

  @TempDir static Path folder;
  private static String jar;

  @BeforeAll
  static void pack() {
    jar = Tool.jar(folder.resolve("warehouse.jar"), "", "warehouse.Shelf").toString();
  }

  private static void assertRefused(String line, String... arguments) {
    Run run = Tool.run(arguments);

    assertThat(run.err()).isEqualTo("tenon: " + line + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void a_jar_that_is_not_there() {
    assertRefused("there is no jar or folder nowhere.jar", "show", "nowhere.jar");
    assertRefused(
        "there is no jar or folder nowhere.jar",
        "show",
        "warehouse.Shelf",
        "--class-path",
        "nowhere.jar");
  }

  @Test
  void a_folder_of_jars_that_is_not_there() {
    assertRefused("there is no folder nowhere", "show", "warehouse.Shelf", "-cp", "nowhere/*");
  }

  @Test
  void a_file_that_is_no_jar() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

    Run run = Tool.run("show", text.toString());

    assertThat(run.err()).startsWith("tenon: " + text + " is neither a folder nor a jar: ");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void a_jar_without_an_index() {
    Path bare = Tool.jar(folder.resolve("bare.jar"), "");

    assertRefused(
        bare
            + " has no index of seams (META-INF/services/dev.tenon.contract.Seam): it declares"
            + " none, or was compiled without tenon-processor",
        "show",
        bare.toString());
  }

  @Test
  void a_seam_that_is_not_there() {
    assertRefused(
        "there is no class warehouse.Shelve on the class path; did you mean warehouse.Shelf?",
        "show",
        "warehouse.Shelve",
        "-cp",
        jar);
    assertRefused(
        "there is no class Harbour on the class path, which has one seam: warehouse.Shelf",
        "show",
        "Harbour",
        "-cp",
        jar);
  }

  @Test
  void no_class_path_at_all() {
    assertRefused(
        "there is no class warehouse.Shelf; give the jars and folders of the application:"
            + " --class-path",
        "show",
        "warehouse.Shelf");
  }

  @Test
  void a_type_that_is_no_seam() {
    assertRefused(
        "warehouse.SealedException is no seam: it is no interface",
        "show",
        "warehouse.SealedException",
        "-cp",
        jar);
    assertRefused(
        "java.lang.Runnable is no seam: it has neither clauses nor constraints, and no @Seam",
        "show",
        "java.lang.Runnable");
  }

  @Test
  void a_type_that_the_seam_needs_is_missing() {
    Path gap = Tool.jar(folder.resolve("gap.jar"), "SealedException.class", "warehouse.Shelf");

    assertRefused(
        "warehouse.SealedException, which warehouse.Shelf needs, is not on the class path; give"
            + " the jars and folders of the application: --class-path",
        "show",
        "warehouse.Shelf",
        "-cp",
        gap.toString());
  }

  @Test
  void a_seam_that_no_processor_compiled() {
    Path bare = Tool.jar(folder.resolve("stale.jar"), "Shelf$$Contract.class", "warehouse.Shelf");

    Run run = Tool.run("show", "warehouse.Shelf", "-cp", bare.toString());

    assertThat(run.err())
        .startsWith("tenon: warehouse.Shelf cannot be read: ")
        .contains("the processor did not run");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void an_option_or_command_that_there_is_not() {
    assertRefused(
        "unknown option --formt, did you mean --format?; see tenon show --help",
        "show",
        "warehouse.Shelf",
        "--formt",
        "json");
    assertRefused("unknown command shw, did you mean show?; see tenon --help", "shw");
    assertRefused("a command is missing; see tenon --help");
  }

  @Test
  void a_form_that_there_is_not() {
    assertRefused(
        "jsn is no FORMAT: it is one of text, markdown, json, did you mean json?",
        "show",
        "warehouse.Shelf",
        "--format",
        "jsn");
  }

  @Test
  void an_argument_too_few_or_too_many() {
    assertRefused("Missing required parameter: 'SEAM|JAR'; see tenon show --help", "show");
    assertRefused("unexpected argument b; see tenon show --help", "show", "a", "b");
  }

  @Test
  void a_name_for_a_test_that_is_none() {
    assertRefused(
        "a.b is no simple name of a class",
        "ghostwrite",
        "warehouse.Shelf",
        "-cp",
        jar,
        "--class",
        "a.b");
    assertRefused(
        "1x is no name of a package",
        "ghostwrite",
        "warehouse.Shelf",
        "-cp",
        jar,
        "--package",
        "1x");
  }
}
