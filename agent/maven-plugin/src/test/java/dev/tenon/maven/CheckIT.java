package dev.tenon.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Builds of projects whose contracts cannot be enforced. */
class CheckIT {

  @Test
  void a_project_without_the_processor_fails_with_the_list_that_the_page_quotes()
      throws IOException {
    Project.Build build = Project.named("unprocessed").build("process-classes");
    assertThat(build.output().replace("\n[ERROR]   ", "\n  "))
        .contains(quoted("not every contract can be enforced:"));
    assertThat(build.code()).isNotZero();
  }

  @Test
  void a_project_without_contracts_fails_unless_it_may() {
    Project empty = Project.named("empty");
    assertThat(empty.build("process-classes").output()).contains("there is no seam among");
    assertThat(empty.build("process-classes", "-Dtenon-maven.requireSeams=false").code()).isZero();
  }

  @Test
  void a_project_without_the_core_fails_unless_it_is_a_library() {
    Project coreless = Project.named("coreless");
    assertThat(coreless.build("process-classes").output())
        .contains("tenon-core is not among the dependencies at run time")
        .doesNotContain("no companion");
    assertThat(coreless.build("process-classes", "-Dtenon-maven.requireCore=false").code())
        .isZero();
  }

  @Test
  void a_core_of_another_version_than_the_plugin_fails_the_build() throws IOException {
    Project.offerCoreAs("0.0.9");
    Project.Build build = Project.named("outdated").build("process-classes");
    assertThat(build.output())
        .contains(
            "tenon-core is of version 0.0.9 and this plugin of "
                + System.getProperty("invoked.version")
                + ": use one version for all of Tenon");
    assertThat(build.code()).isNotZero();
  }

  /** The block of the page that begins with a line. */
  private static String quoted(String first) throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "build.md"));
    int from = page.indexOf("\n" + first + "\n") + 1;
    assertThat(from).as(first).isPositive();
    return page.substring(from, page.indexOf("\n```", from));
  }
}
