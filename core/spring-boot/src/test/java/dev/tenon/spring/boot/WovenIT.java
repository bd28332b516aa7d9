package dev.tenon.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Spring Boot application with the agent. */
class WovenIT {

  private static String output;

  @BeforeAll
  static void run_the_application() throws IOException, InterruptedException {
    output = Child.run("-javaagent:" + System.getProperty("agent.jar"), WovenApplication.class);
  }

  @Test
  void calls_of_beans_are_judged_and_the_validator_of_the_context_is_asked() {
    assertThat(output)
        .contains("well: AA", "refused: times > 0", "refused: @KnownCode ")
        .doesNotContain("went through");
  }

  @Test
  void the_status_is_information_when_all_is_enforced() {
    assertThat(output)
        .containsPattern("INFO .*StatusReport.*: tenon: agent [^,]+, 1 seam\\R")
        .contains("  dev.tenon.spring.boot.Desk  woven: 1 body");
  }

  @Test
  void patterns_of_seams_come_too_late_for_the_agent() {
    assertThat(output)
        .containsPattern("WARN .*tenon\\.seams \\(.*\\) comes too late: the agent, which weaves,");
  }
}
