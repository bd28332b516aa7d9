package dev.tenon.policy;

import static dev.tenon.model.Mode.ENFORCE;
import static dev.tenon.model.Mode.OBSERVE;
import static dev.tenon.model.Mode.OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenon.model.Mode;
import dev.tenon.model.settings.ModePattern;
import dev.tenon.model.settings.ModeRule;
import dev.tenon.model.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final String SEAM = "bank.Vault";

  private final Policy policy = Policy.of(settings("mode=observe,mode.bank.Vault.pay#covered=off"));

  @Test
  void it_starts_with_what_the_settings_ask_for() {
    assertThat(policy.modeOf(SEAM)).isEqualTo(OBSERVE);
    assertThat(policy.modeOf(SEAM, "pay", "covered")).isEqualTo(OFF);
    assertThat(policy.modeOf(SEAM, "pay", "positive")).isEqualTo(OBSERVE);
  }

  @Test
  void a_change_counts_at_once() {
    policy.mode(SEAM, ENFORCE);

    assertThat(policy.modeOf(SEAM)).isEqualTo(ENFORCE);
    assertThat(policy.modeOf("bank.Transfers")).isEqualTo(OBSERVE);
  }

  @Test
  void a_more_specific_rule_is_stronger_than_a_later_change() {
    policy.mode(SEAM, ENFORCE);

    assertThat(policy.modeOf(SEAM, "pay", "covered")).isEqualTo(OFF);
  }

  @Test
  void an_application_s_configuration_counts_before_the_file_and_after_the_agent_s_arguments() {
    Properties file = new Properties();
    file.setProperty("mode", "off");
    file.setProperty("mode.bank.Vault", "off");
    file.setProperty("mode.bank.Ledger", "off");
    Policy mixed =
        Policy.of(
            Settings.resolve("mode.bank.V*=observe", new Properties(), Map.of(), file, x -> {}));

    mixed.configure(
        List.of(rule("", OBSERVE), rule("bank.Vault", ENFORCE), rule("bank.*", ENFORCE)));

    assertThat(mixed.modeOf(SEAM)).isEqualTo(OBSERVE);
    assertThat(mixed.modeOf("bank.Ledger")).isEqualTo(ENFORCE);
    assertThat(mixed.modeOf("shop.Till")).isEqualTo(OBSERVE);
  }

  @Test
  void a_configuration_replaces_the_one_before_and_not_what_was_set_at_run_time() {
    policy.configure(List.of(rule("shop.Till", OFF), rule("shop.Cart", OFF)));
    policy.mode("shop.Cart", ENFORCE);

    policy.configure(List.of(rule("shop.Desk", OFF)));

    assertThat(policy.modeOf("shop.Till")).isEqualTo(OBSERVE);
    assertThat(policy.modeOf("shop.Desk")).isEqualTo(OFF);
    assertThat(policy.modeOf("shop.Cart")).isEqualTo(ENFORCE);
    policy.reset("shop.Cart");
    assertThat(policy.modeOf("shop.Cart")).isEqualTo(OBSERVE);
  }

  private static ModeRule rule(String pattern, Mode mode) {
    return new ModeRule(
        pattern.isEmpty() ? ModePattern.byDefault() : ModePattern.of(pattern), mode, "application");
  }

  @Test
  void a_star_changes_every_seam() {
    policy.mode("*", OFF);

    assertThat(policy.modeOf(SEAM)).isEqualTo(OFF);
  }

  @Test
  void a_seam_switched_on_may_be_armed_and_one_switched_off_not() {
    policy.mode("*", OFF);
    assertThat(policy.mayBeArmed(SEAM)).isFalse();

    policy.mode("bank.Vault.pay", OBSERVE);
    assertThat(policy.mayBeArmed(SEAM)).isTrue();
    assertThat(policy.mayBeArmed("bank.Transfers")).isFalse();
  }

  @Test
  void a_listener_sees_the_change_that_it_hears_of() {
    List<Mode> heard = new ArrayList<>();
    policy.onChange(() -> heard.add(policy.modeOf(SEAM)));

    policy.mode(SEAM, ENFORCE);
    policy.mode(SEAM, OFF);

    assertThat(heard).containsExactly(ENFORCE, OFF);
  }

  @Test
  void a_failing_listener_keeps_no_other_from_hearing() {
    List<String> heard = new ArrayList<>();
    policy.onChange(
        () -> {
          throw new IllegalStateException("deaf");
        });
    policy.onChange(() -> heard.add("heard"));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> policy.mode(SEAM, OFF))
        .withMessage("deaf");
    assertThat(heard).containsExactly("heard");
    assertThat(policy.modeOf(SEAM)).isEqualTo(OFF);
  }

  @Test
  void a_malformed_pattern_changes_nothing() {
    List<String> before = policy.table();

    assertThatIllegalArgumentException().isThrownBy(() -> policy.mode("bank..", OFF));
    assertThat(policy.table()).isEqualTo(before);
  }

  @Test
  void the_table_says_in_order_who_set_what() {
    policy.mode("bank.Transfers", OFF);
    policy.mode(SEAM, ENFORCE);

    assertThat(policy.table())
        .containsExactly(
            "mode=observe (agent's arguments)",
            "mode.bank.Vault.pay#covered=off (agent's arguments)",
            "mode.bank.Transfers=off (set at run time)",
            "mode.bank.Vault=enforce (set at run time)");
  }

  @Test
  void the_rule_that_decides_says_why_a_mode_applies() {
    assertThat(policy.ruleFor(SEAM, "pay", "covered"))
        .hasToString("mode.bank.Vault.pay#covered=off (agent's arguments)");
  }

  @Test
  void changes_of_many_threads_are_all_kept() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String seam = "bank.Seam" + i;
      threads.add(new Thread(() -> policy.mode(seam, OFF)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(policy.table()).hasSize(10);
  }

  private static Settings settings(String arguments) {
    return Settings.resolve(arguments, new Properties(), Map.of(), new Properties(), warning -> {});
  }
}
