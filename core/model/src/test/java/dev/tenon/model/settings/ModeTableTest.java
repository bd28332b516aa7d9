package dev.tenon.model.settings;

import static dev.tenon.model.Mode.ENFORCE;
import static dev.tenon.model.Mode.OBSERVE;
import static dev.tenon.model.Mode.OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenon.model.Mode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeTableTest {

  private static final String SEAM = "bank.Vault";

  @Test
  void a_rule_for_the_clause_is_stronger_than_one_for_the_operation() {
    ModeTable table = table("mode.bank.Vault.pay#covered=off", "mode.bank.Vault.pay=observe");

    assertThat(table.ruleFor(SEAM, "pay", "covered").mode()).isEqualTo(OFF);
    assertThat(table.ruleFor(SEAM, "pay", "positive").mode()).isEqualTo(OBSERVE);
  }

  @Test
  void a_rule_for_the_operation_is_stronger_than_one_for_the_seam() {
    ModeTable table = table("mode.bank.Vault.pay=off", "mode.bank.Vault=observe");

    assertThat(table.ruleFor(SEAM, "pay", "covered").mode()).isEqualTo(OFF);
    assertThat(table.ruleFor(SEAM, "refund", "covered").mode()).isEqualTo(OBSERVE);
  }

  @Test
  void a_rule_for_the_seam_is_stronger_than_the_default() {
    ModeTable table = table("mode.bank.Vault=off", "mode=observe");

    assertThat(table.ruleFor(SEAM, "pay", "covered").mode()).isEqualTo(OFF);
    assertThat(table.ruleFor("bank.Transfers", null, null).mode()).isEqualTo(OBSERVE);
  }

  @Test
  void of_equally_specific_rules_the_last_counts() {
    assertThat(
            table("mode.bank.Vault=off", "mode.bank..*=observe").ruleFor(SEAM, null, null).mode())
        .isEqualTo(OBSERVE);
  }

  @Test
  void a_pattern_for_packages_is_no_rule_for_operations() {
    ModeTable table = table("mode.bank.Vault.pay=off", "mode.bank..*=observe");

    assertThat(table.ruleFor(SEAM, "pay", null).mode()).isEqualTo(OFF);
  }

  @Test
  void an_invariant_is_a_clause_of_its_type() {
    ModeTable table = table("mode.bank.Vault#solvent=off", "mode.bank.Vault=observe");

    assertThat(table.ruleFor(SEAM, "<invariant>", "solvent").mode()).isEqualTo(OFF);
    assertThat(table.ruleFor(SEAM, "<invariant>", "locked").mode()).isEqualTo(OBSERVE);
    assertThat(table.ruleFor(SEAM, "pay", "solvent").mode()).isEqualTo(OBSERVE);
  }

  @Test
  void an_invariant_may_be_armed_alone() {
    assertThat(table("mode=off", "mode.bank.Vault#solvent=enforce").mayBeArmed(SEAM)).isTrue();
    assertThat(table("mode=off", "mode.bank.Vault#solvent=enforce").mayBeArmed("bank.Other"))
        .isFalse();
  }

  @Test
  void a_constructor_is_an_operation() {
    ModeTable table = table("mode.bank.Vault.<init>=off", "mode.bank.Vault=observe");

    assertThat(table.ruleFor(SEAM, "<init>", "covered").mode()).isEqualTo(OFF);
    assertThat(table.ruleFor(SEAM, "pay", "covered").mode()).isEqualTo(OBSERVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode.bank.<Vault>=off", "mode..<init>=off", "mode.<init>.bank=off"})
  void no_other_name_has_angle_brackets(String setting) {
    assertThatIllegalArgumentException().isThrownBy(() -> table(setting));
  }

  @Test
  void a_star_after_the_hash_sign_is_every_clause() {
    ModeTable table = table("mode.bank.Vault.*#*=observe", "mode.bank.Vault=off");

    assertThat(table.ruleFor(SEAM, "pay", "covered").mode()).isEqualTo(OBSERVE);
    assertThat(table.ruleFor(SEAM, "pay", null).mode()).isEqualTo(OFF);
  }

  @Test
  void an_excluded_operation_falls_back_to_the_next_rule() {
    ModeTable table = ModeTable.of(ENFORCE, "default");
    table = table.with(new ModeRule(ModePattern.of("bank..*,!bank.Vault.pay"), OFF, "test"));

    assertThat(table.ruleFor(SEAM, "refund", "covered").mode()).isEqualTo(OFF);
    assertThat(table.ruleFor(SEAM, "pay", "covered").mode()).isEqualTo(ENFORCE);
  }

  @Test
  void a_rule_of_the_same_pattern_takes_the_place_of_the_earlier_one() {
    ModeTable table =
        table("mode.bank.Vault=off", "mode.bank..*=enforce", "mode.bank.Vault=observe");

    assertThat(table.rules())
        .extracting(ModeRule::toString)
        .containsExactly(
            "mode=enforce (default)",
            "mode.bank..*=enforce (test)",
            "mode.bank.Vault=observe (test)");
  }

  @Test
  void a_seam_that_is_not_off_may_be_armed() {
    assertThat(table("mode=off", "mode.bank.Vault=observe").mayBeArmed(SEAM)).isTrue();
  }

  @Test
  void a_seam_that_is_off_may_not_be_armed() {
    assertThat(table("mode=off").mayBeArmed(SEAM)).isFalse();
    assertThat(table("mode.bank.Vault=off").mayBeArmed(SEAM)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank.Vault.pay",
        "bank.Vault.*",
        "bank.*.pay",
        "bank.Vault.pay#covered",
        "..pay#*"
      })
  void a_seam_that_is_off_may_be_armed_when_a_rule_switches_on_a_part_of_it(String pattern) {
    assertThat(table("mode=off", "mode." + pattern + "=enforce").mayBeArmed(SEAM)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank.Vaults.pay",
        "bank.Vault.Inner.pay",
        "bank.*",
        "shop..*#covered",
        "bank.Vault"
      })
  void other_rules_arm_nothing_of_a_seam_that_is_switched_off_later(String pattern) {
    ModeTable table = table("mode=off", "mode." + pattern + "=enforce", "mode.bank.V*=off");

    assertThat(table.mayBeArmed(SEAM)).isFalse();
  }

  @Test
  void a_rule_that_also_switches_off_a_part_arms_nothing() {
    assertThat(table("mode=off", "mode.bank.Vault.pay=off").mayBeArmed(SEAM)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"bank.Vault#", "#covered", "'bank.Vault..#covered'"})
  void a_malformed_pattern_is_told_what_an_operation_and_a_clause_look_like(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModePattern.of(pattern))
        .withMessageContaining("com.acme.Bank.pay#covered");
  }

  private static ModeTable table(String... rules) {
    ModeTable table = ModeTable.of(ENFORCE, "default");
    for (String rule : rules) {
      String[] sides = rule.split("=", 2);
      ModePattern pattern =
          sides[0].equals("mode")
              ? ModePattern.byDefault()
              : ModePattern.of(sides[0].substring("mode.".length()));
      Mode mode = Mode.valueOf(sides[1].toUpperCase(Locale.ROOT));
      table = table.with(new ModeRule(pattern, mode, "test"));
    }
    return table;
  }
}
