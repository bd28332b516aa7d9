package dev.tenon.model.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingTest {

  @Test
  void the_keys_are_those_that_exist_and_no_others() {
    assertThat(Setting.values())
        .extracting(Setting::key)
        .containsExactly(
            "mode",
            "mode.PATTERN",
            "seams",
            "validation",
            "strict",
            "banner",
            "infrastructure",
            "render",
            "clause.quarantine");
  }

  @Test
  void every_setting_says_what_it_means_and_who_reads_it() {
    assertThat(Setting.values())
        .allSatisfy(
            setting -> {
              assertThat(setting.meaning()).endsWith(".");
              assertThat(setting.readBy()).isIn("agent", "core", "agent and core");
            });
  }

  @Test
  void a_default_is_one_of_the_choices() {
    assertThat(Setting.values())
        .filteredOn(setting -> !setting.byDefault().isEmpty() && !setting.isNumber())
        .hasSize(5)
        .allSatisfy(setting -> assertThat(setting.choices()).contains(setting.byDefault()));
  }

  @Test
  void a_setting_with_patterns_has_no_choices() {
    assertThat(Setting.values())
        .filteredOn(Setting::isPattern)
        .containsExactly(Setting.SEAMS, Setting.INFRASTRUCTURE)
        .allSatisfy(setting -> assertThat(setting.choices()).isEmpty());
  }
}
