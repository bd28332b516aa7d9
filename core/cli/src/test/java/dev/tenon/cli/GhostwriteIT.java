package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.Tool.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** What is ghostwritten compiles, passes for right suppliers, and fails for wrong ones. */
class GhostwriteIT {

  private static final String SORTING =
      "protected Sorting supplier() { return new RightSorting(); }\n"
          + "protected net.jqwik.api.Arbitrary<Sorting.Parcel> acceptParcel() {\n"
          + "return net.jqwik.api.Arbitraries.integers().map(Sorting.Parcel::new); }\n"
          + "protected net.jqwik.api.Arbitrary<Object> sameThing() {\n"
          + "return net.jqwik.api.Arbitraries.of(1, 2.5); }\n";

  @TempDir static Path folder;
  private static Path shelf;
  private static Path sorting;

  @BeforeAll
  static void write() {
    String jar =
        Tool.jar(folder.resolve("warehouse.jar"), "", "warehouse.Shelf", "warehouse.Sorting")
            .toString();
    shelf = written(Tool.run("ghostwrite", "warehouse.Shelf", "-cp", jar, "-o", folder.toString()));
    sorting =
        written(Tool.run("ghostwrite", "warehouse.Sorting", "-cp", jar, "-o", folder.toString()));
  }

  private static Path written(Run run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return Path.of(run.out().strip());
  }

  private static TestExecutionSummary run(String name, String supplier) {
    String body = "protected Shelf supplier() { return " + supplier + "; }\n";
    Path filled = Written.filledIn(folder, name, "ShelfProperties", body);
    return Written.run(folder, "warehouse." + name, shelf, filled);
  }

  private static List<String> failures(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(Failure::getTestIdentifier)
        .map(each -> each.getDisplayName().replace(' ', '_'))
        .sorted()
        .toList();
  }

  @Test
  void the_text_is_pinned() throws IOException {
    assertThat(Files.readString(shelf)).isEqualTo(Tool.pinned("ShelfProperties.txt"));
    assertThat(Files.readString(sorting)).isEqualTo(Tool.pinned("SortingProperties.txt"));
  }

  @Test
  void a_right_supplier_passes() {
    TestExecutionSummary summary = run("OakShelfTest", "new OakShelf()");

    assertThat(failures(summary)).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(8);
  }

  @Test
  void a_declared_exception_passes_where_it_is_right() {
    TestExecutionSummary summary = run("SealedShelfTest", "new SealedShelf(true)");

    assertThat(failures(summary)).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(8);
  }

  @Test
  void a_declared_exception_fails_where_it_is_wrong() {
    TestExecutionSummary summary = run("ThrowingShelfTest", "new SealedShelf(false)");

    assertThat(failures(summary)).containsExactly("take_keeps_its_contract");
  }

  @Test
  void a_broken_guarantee_fails() {
    TestExecutionSummary summary = run("StingyShelfTest", "new StingyShelf()");

    assertThat(failures(summary)).containsExactly("take_keeps_its_contract");
    assertThat(summary.getFailures().get(0).getException()).hasMessageContaining("count");
  }

  @Test
  void every_kind_of_argument_passes_for_a_right_supplier() {
    Path filled = Written.filledIn(folder, "SortingTest", "SortingProperties", SORTING);

    TestExecutionSummary summary = Written.run(folder, "warehouse.SortingTest", sorting, filled);

    assertThat(failures(summary)).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(24);
  }

  @Test
  void the_test_has_the_name_and_package_that_one_wants() {
    String jar = folder.resolve("warehouse.jar").toString();

    Run run =
        Tool.run(
            "ghostwrite", "warehouse.Shelf", "-cp", jar, "--package", "tests", "--class", "Of");

    assertThat(run.out())
        .startsWith("package tests;\n")
        .contains("import warehouse.Shelf;\n", "abstract class Of {\n");
  }

  @Test
  void a_file_that_is_there_stays() {
    String jar = folder.resolve("warehouse.jar").toString();

    Run run = Tool.run("ghostwrite", "warehouse.Shelf", "-cp", jar, "-o", folder.toString());

    assertThat(run.err())
        .isEqualTo("tenon: " + shelf + " is there already; remove it, or give another --class\n");
    assertThat(run.code()).isEqualTo(2);
  }
}
