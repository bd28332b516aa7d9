package dev.tenon.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts in the tests of projects that the plugin prepares. */
class PrepareAgentIT {

  @Test
  void the_tests_of_a_project_are_enforced_and_its_own_arguments_kept() {
    Project.Build build = Project.named("guarded").build("test");
    assertThat(build.output()).contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
    assertThat(build.output()).contains("2 types with contracts: nothing stands in the way");
    assertThat(build.code()).isZero();
  }

  @Test
  void a_broken_call_in_a_test_fails_the_build() {
    Project.Build build = Project.named("guarded").build("test", "-Dcareless=true");
    assertThat(build.output())
        .contains("VaultTest.a_broken_call_fails_its_test")
        .contains("Precondition broken by the client")
        .contains("requires  amount > 0");
    assertThat(build.code()).isNotZero();
  }

  @Test
  void options_reach_the_agent_beside_a_projects_own_arguments() {
    Project.Build build = Project.named("configured").build("test");
    assertThat(build.output())
        .contains("=strict=true, mode.bank.*=enforce, mode.bank.Vault.peek#same=off\"")
        .contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
    assertThat(build.code()).isZero();
  }

  /** JaCoCo's goal comes after Tenon's in the one phase, and before it in the other. */
  @ParameterizedTest
  @ValueSource(strings = {"initialize", "validate"})
  void surefire_and_failsafe_enforce_what_jacoco_measures(String phase) {
    Project measured = Project.named("measured");
    Project.Build build = measured.build("verify", "-Djacoco.phase=" + phase);
    assertThat(build.output().lines())
        .filteredOn(line -> line.contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0"))
        .filteredOn(line -> line.contains("bank.VaultTest"))
        .hasSize(2);
    assertThat(build.code()).as(build.output()).isZero();
    assertThat(measured.file("target/jacoco.exec")).isNotEmptyFile();
  }

  @Test
  void arguments_that_drop_the_agent_fail_the_build() {
    Project.Build build = Project.named("dropped").build("test");
    assertThat(build.output())
        .contains("the agent is dropped, so that no contract is enforced in these tests")
        .contains(
            "maven-surefire-plugin (default-test): its own argLine leaves the agent out;"
                + " write <argLine>@{argLine} -Dkept=yes</argLine>")
        .doesNotContain("Tests run:");
    assertThat(build.code()).isNotZero();
  }

  @Test
  void tests_that_run_without_the_dropped_agent_notice_it() {
    Project.Build build = Project.named("dropped").build("test", "-Dtenon-maven.ifDropped=warn");
    assertThat(build.output())
        .contains("[WARNING] the agent is dropped")
        .contains("tenon is not active: no agent is attached");
    assertThat(build.code()).isNotZero();
  }

  @Test
  void arguments_of_the_command_line_that_drop_the_agent_fail_the_build() {
    Project.Build build = Project.named("guarded").build("initialize", "-DargLine=-Xmx99m");
    assertThat(build.output())
        .contains("-DargLine counts before what this plugin says")
        .contains("<argLine>@{argLine}</argLine>");
    assertThat(build.code()).isNotZero();
  }

  @Test
  void a_misspelt_option_fails_the_build_with_the_nearest() {
    Project.Build build =
        Project.named("guarded").build("initialize", "-Dtenon-maven.options=mod=observe");
    assertThat(build.output())
        .contains("unknown setting 'mod' (agent's arguments), did you mean 'mode'?");
    assertThat(build.code()).isNotZero();
  }
}
