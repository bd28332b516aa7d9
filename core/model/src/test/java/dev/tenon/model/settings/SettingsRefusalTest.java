package dev.tenon.model.settings;

import static dev.tenon.model.Mode.ENFORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsRefusalTest {

  private final Properties system = new Properties();
  private final Properties file = new Properties();
  private final List<String> warnings = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "mod=off, mode",
    "baner=false, banner",
    "Mode=off, mode",
    "tenon.render=all, render",
    "clause.quarantin=5, clause.quarantine",
    "moed.bank.Vault=off, mode",
  })
  void an_unknown_key_in_the_agents_arguments_is_refused_with_the_nearest(
      String arguments, String nearest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resolve(arguments, Map.of()))
        .withMessageContaining("unknown setting '" + arguments.split("=", 2)[0] + "'")
        .withMessageContaining("did you mean '" + nearest)
        .withMessageContaining("agent's arguments");
  }

  @ParameterizedTest
  @CsvSource({
    "mode=enforced, enforce",
    "mode.bank.Vault=of, off",
    "banner=tru, true",
    "render=al, all",
    "clause.quarantine=-1, 0",
    "clause.quarantine=20000, 10000",
  })
  void an_unknown_value_in_the_agents_arguments_is_refused_with_the_nearest(
      String arguments, String nearest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resolve(arguments, Map.of()))
        .withMessageContaining("unknown value")
        .withMessageContaining("did you mean '" + nearest + "'");
  }

  @Test
  void a_refusal_names_value_key_source_and_what_is_valid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resolve("mode=enforced", Map.of()))
        .withMessage(
            "unknown value 'enforced' of setting 'mode' (agent's arguments), did you mean 'enforce'?"
                + " It can be: off, observe, enforce");
  }

  @Test
  void an_argument_that_continues_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resolve("observe", Map.of()))
        .withMessageContaining("'observe' in the agent's arguments is no key=value");
  }

  @Test
  void a_malformed_pattern_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resolve("mode.com.acme..=off", Map.of()))
        .withMessageContaining("mode.com.acme.. (agent's arguments)")
        .withMessageContaining("com.acme..*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resolve("infrastructure=com.acme..", Map.of()))
        .withMessageContaining("infrastructure (agent's arguments)");
  }

  @Test
  void an_unknown_key_in_the_file_is_refused() {
    file.setProperty("tenon.mode", "off");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> resolve(null, Map.of()))
        .withMessageContaining("unknown setting 'tenon.mode' (tenon.properties)")
        .withMessageContaining("did you mean 'mode'?");
  }

  @Test
  void an_error_in_the_file_is_refused_although_a_stronger_source_sets_the_same() {
    file.setProperty("mode", "onn");

    assertThatIllegalArgumentException().isThrownBy(() -> resolve("mode=off", Map.of()));
  }

  @Test
  void an_unknown_key_in_the_system_properties_is_one_warning() {
    system.setProperty("tenon.mod", "off");

    assertThat(resolve(null, Map.of()).modeOf("bank.Vault")).isEqualTo(ENFORCE);
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("unknown setting 'mod' (-Dtenon.mod), did you mean 'mode'?");
  }

  @Test
  void an_unknown_value_in_the_environment_is_one_warning_and_counts_as_not_given() {
    Settings settings = resolve(null, Map.of("TENON_MODE", "onn"));

    assertThat(settings.modeOf("bank.Vault")).isEqualTo(ENFORCE);
    assertThat(warnings).singleElement().asString().contains("'onn'", "environment TENON_MODE");
  }

  @Test
  void what_is_not_named_after_tenon_is_nobodys_business() {
    system.setProperty("mode", "nonsense");

    resolve(null, Map.of("MODE", "nonsense", "TENONMODE", "nonsense"));

    assertThat(warnings).isEmpty();
  }

  private Settings resolve(String arguments, Map<String, String> environment) {
    return Settings.resolve(arguments, system, environment, file, warnings::add);
  }
}
