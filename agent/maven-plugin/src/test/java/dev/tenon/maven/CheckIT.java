package dev.tenon.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Builds of projects whose contracts cannot be enforced. */
class CheckIT {

  @Test
  void a_project_without_the_processor_fails_with_the_list() {
    Project.Build build = Project.named("unprocessed").build("process-classes");
    assertThat(build.output())
        .contains("not every contract can be enforced:")
        .contains("bank.Purse (classes): no companion class (the processor did not run)")
        .contains("bank.Vault (classes): no companion class (the processor did not run)")
        .contains("tenon-core is not among the dependencies at run time");
    assertThat(build.code()).isNotZero();
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
}
