package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.model.Mode;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.ContractViolation;

class PreconditionIT implements Scenario {

  private final HonestVault supplier = new HonestVault();

  @EveryDoor
  void a_false_precondition_blames_the_client(Door door) {
    Vault vault = door.guard(Vault.class, supplier);

    assertThatViolation(() -> vault.withdraw(-1))
        .blames(CLIENT)
        .isA(ClauseKind.PRECONDITION)
        .of("withdraw")
        .quoting("amount > 0")
        .seeing("amount", "-1")
        .client(PreconditionIT.class, "a_false_precondition_blames_the_client")
        .supplier(HonestVault.class);
  }

  @EveryDoor
  void the_body_of_a_refused_call_does_not_run(Door door) {
    Vault vault = door.guard(Vault.class, supplier);

    assertThatThrownBy(() -> vault.withdraw(-1)).isInstanceOf(ContractViolation.class);

    assertThat(supplier.calls).isZero();
  }

  @EveryDoor
  void a_holding_call_gives_the_result_of_the_body(Door door) {
    Vault vault = door.guard(Vault.class, supplier);

    assertThat(recordedBy(() -> assertThat(vault.withdraw(30)).isEqualTo(70))).isEmpty();
  }

  @EveryDoor
  void evidence_holds_the_values_in_source_order(Door door) {
    Vault vault = door.guard(Vault.class, supplier);

    assertThatViolation(() -> vault.withdraw(142))
        .quoting("amount <= balance()")
        .seeingOnly("amount", "balance()")
        .seeing("amount", "142")
        .seeing("balance()", "100");
  }

  @EveryDoor
  void a_null_check_behind_the_dereference_still_blames_the_client(Door door) {
    Vault vault = door.guard(Vault.class, supplier);

    assertThatViolation(() -> vault.label(null))
        .blames(CLIENT)
        .quoting("label != null")
        .seeing("label", "null")
        .notEvaluable("label.length() > 1");
    assertThat(supplier.calls).isZero();
  }

  @EveryDoor
  void a_precondition_that_throws_is_undecided_and_the_call_goes_on(Door door) {
    Vault vault = door.guard(Vault.class, supplier);

    assertThatRecord(() -> vault.note(null))
        .blames(CONTRACT)
        .isA(ClauseKind.PRECONDITION)
        .quoting("memo.length() < 10");
    assertThat(supplier.calls).isEqualTo(1);
  }

  @EveryDoor
  void all_false_clauses_are_listed_and_the_first_is_reported(Door door) {
    Ranges ranges = door.guard(Ranges.class, new HonestRanges());

    assertThatViolation(() -> ranges.between(5, 3, -1)).quoting("lo <= hi").alsoFalse("step > 0");
  }

  @EveryDoor
  void the_first_false_clause_of_the_strictest_mode_decides(Door door) {
    Ranges ranges = door.guard(Ranges.class, new HonestRanges());
    Modes.set("Ranges.between#ordered", Mode.OBSERVE);

    assertThatViolation(() -> ranges.between(5, 3, -1)).quoting("step > 0").alsoFalse("lo <= hi");
  }

  @EveryDoor
  void an_observed_violation_is_recorded_and_the_call_goes_on(Door door) {
    Vault vault = door.guard(Vault.class, supplier);
    Modes.set("Vault", Mode.OBSERVE);

    assertThatRecord(() -> vault.withdraw(-1)).blames(CLIENT).quoting("amount > 0");
    assertThat(supplier.calls).isEqualTo(1);
  }

  @EveryDoor
  void the_same_bad_call_twice_is_two_records(Door door) {
    Vault vault = door.guard(Vault.class, supplier);
    Modes.set("Vault", Mode.OBSERVE);

    assertThat(
            recordedBy(
                () -> {
                  vault.withdraw(-1);
                  vault.withdraw(-1);
                }))
        .hasSize(2);
  }

  @EveryDoor
  void an_off_seam_judges_nothing_until_it_is_switched_on_again(Door door) {
    Vault vault = door.guard(Vault.class, supplier);

    Modes.set("Vault", Mode.OFF);
    assertThat(recordedBy(() -> vault.withdraw(-1))).isEmpty();
    Modes.set("Vault", Mode.ENFORCE);

    assertThatViolation(() -> vault.withdraw(-1)).blames(CLIENT);
  }
}
