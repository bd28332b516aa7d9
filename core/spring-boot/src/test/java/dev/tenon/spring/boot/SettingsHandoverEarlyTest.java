package dev.tenon.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SettingsHandoverEarlyTest {

  private static String first;
  private static String second;

  @BeforeAll
  static void run_the_application() throws IOException, InterruptedException {
    String output = Child.run("-Dtenon.strict=false", EarlyApplication.class);
    String[] parts = output.split("second context");
    assertThat(parts).as(output).hasSize(2);
    first = parts[0];
    second = parts[1];
  }

  @Test
  void settings_reach_core_as_system_properties_before_it_starts() {
    assertThat(first)
        .contains("started before: false", "render: all", "seams: shop..*,bank..*")
        .doesNotContain("comes too late");
  }

  @Test
  void what_the_command_line_says_is_stronger() {
    assertThat(first).contains("strict: false");
  }

  @Test
  void a_later_context_that_says_something_else_is_told_that_it_is_too_late() {
    assertThat(second)
        .contains("tenon.render (commandLineArgs) comes too late: core has started already")
        .doesNotContain("tenon.seams");
  }
}
