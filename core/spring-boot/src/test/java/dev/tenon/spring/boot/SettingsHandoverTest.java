package dev.tenon.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.Seams;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

class SettingsHandoverTest {

  @AfterEach
  void without_modes() {
    Seams.policy().configure(List.of());
  }

  @Test
  void modes_of_application_yml_reach_the_policy_and_say_where_they_are_from() {
    start("--spring.config.name=modes");

    assertThat(Seams.policy().table())
        .contains(
            "mode=observe (class path resource [modes.yml] - 2:9)",
            "mode.shop..*=off (class path resource [modes.yml] - 3:17)",
            "mode.shop.Till.pay#covered=enforce (class path resource [modes.yml] - 4:31)");
  }

  @Test
  void modes_in_brackets_and_of_a_nested_map_are_read_too() {
    start("--spring.config.name=brackets");

    assertThat(Seams.policy().table())
        .anySatisfy(line -> assertThat(line).startsWith("mode.shop..*=off ("))
        .anySatisfy(line -> assertThat(line).startsWith("mode.shop.Till=observe ("));
  }

  @Test
  void a_second_application_s_modes_replace_the_first_one_s() {
    start("--tenon.mode.shop.Till=observe");
    start("--tenon.mode.shop.Cart=observe");

    assertThat(Seams.policy().modeOf("shop.Till")).isNotEqualTo(Seams.policy().modeOf("shop.Cart"));
  }

  @Test
  void a_misspelt_key_stops_the_application_with_the_nearest_valid_one() {
    String output =
        output(
            () ->
                assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> start("--spring.config.name=misspelt"))
                    .withMessageContaining("'stirct' (class path resource [misspelt.yml] - 2:")
                    .withMessageContaining("did you mean 'strict'?"));

    assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("\tat dev.tenon");
  }

  @Test
  void a_misspelt_value_stops_it_too() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> start("--tenon.mode.shop..*=observ"))
        .withMessageContaining("did you mean 'observe'?");
  }

  @Test
  void what_core_reads_when_it_starts_comes_too_late_afterwards() {
    Seams.status();

    String output = output(() -> start("--tenon.render=all"));

    assertThat(output)
        .contains(
            "tenon.render (commandLineArgs) comes too late: core has started already; put"
                + " render=all into the arguments of -javaagent");
    assertThat(System.getProperty("tenon.render")).isNull();
  }

  @Test
  void what_the_agent_alone_reads_is_always_too_late() {
    String output = output(() -> start("--tenon.banner=false"));

    assertThat(output).contains("tenon.banner").contains("the agent alone reads it");
  }

  @Test
  void the_status_is_in_the_log_and_is_a_warning_when_something_is_not_enforced() {
    String output = output(() -> start());

    assertThat(output)
        .containsPattern("WARN .*StatusReport.*: tenon: no agent attached, \\d seams?")
        .contains("  dev.tenon.spring.boot.Desk  NOT ENFORCED: no agent is attached");
    assertThat(output.split("no agent attached", -1)).hasSize(2);
  }

  @Test
  void a_setting_is_handed_over_once_unless_a_stronger_source_has_it() {
    Properties system = new Properties();
    system.setProperty("tenon.seams", "bank..*");
    Handed handed = new Handed(system, Map.of("TENON_CLAUSE_QUARANTINE", "7"));
    GivenSetting strict = new GivenSetting("strict", "true", "application.yml");

    assertThat(handed.isGivenStronger(new GivenSetting("seams", "shop..*", "a"))).isTrue();
    assertThat(handed.isGivenStronger(new GivenSetting("clause.quarantine", "1", "a"))).isTrue();
    assertThat(handed.isGivenStronger(strict)).isFalse();

    handed.hand(strict);

    assertThat(system).containsEntry("tenon.strict", "true");
    assertThat(handed.isGivenStronger(strict)).isFalse();
    assertThat(handed.holds(strict)).isTrue();
    assertThat(handed.holds(new GivenSetting("strict", "false", "application.yml"))).isFalse();
  }

  /** What is logged meanwhile: Spring Boot logs to the standard output stream. */
  private static String output(Runnable action) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void start(String... arguments) {
    new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .properties("spring.main.banner-mode=off")
        .run(arguments)
        .close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {}
}
