package dev.tenon.scenario;

import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.model.Mode;
import dev.tenon.model.Party;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.Violation;

class GuaranteeIT implements Scenario {

  @EveryDoor
  void a_false_guarantee_blames_the_supplier(Door door) {
    Vault vault = door.guard(Vault.class, new LossyVault());

    assertThatViolation(() -> vault.withdraw(10))
        .blames(SUPPLIER)
        .isA(ClauseKind.GUARANTEE)
        .quoting("balance() == old(balance()) - amount")
        .seeing("balance()", "89")
        .seeing("old(balance())", "100")
        .seeing("amount", "10")
        .alsoFalse("result == balance()")
        .supplier(LossyVault.class);
  }

  @EveryDoor
  void an_observed_false_guarantee_is_one_record_and_the_result_passes(Door door) {
    Vault vault = door.guard(Vault.class, new LossyVault());
    Modes.set("Vault", Mode.OBSERVE);

    assertThatRecord(() -> assertThat(vault.withdraw(10)).isEqualTo(90)).blames(SUPPLIER);
  }

  @EveryDoor
  void an_observed_false_precondition_leaves_no_guarantee_owed(Door door) {
    Vault vault = door.guard(Vault.class, new LossyVault());
    Modes.set("Vault", Mode.OBSERVE);

    assertThatRecord(() -> vault.withdraw(-1)).blames(Party.CLIENT);
  }

  @EveryDoor
  void an_undecided_precondition_leaves_no_guarantee_owed(Door door) {
    Vault vault = door.guard(Vault.class, new LossyVault());

    assertThatRecord(() -> assertThat(vault.note(null)).isZero()).blames(CONTRACT);
  }

  @EveryDoor
  void a_false_precondition_that_is_off_leaves_no_guarantee_owed(Door door) {
    Vault vault = door.guard(Vault.class, new LossyVault());
    Modes.set("Vault.withdraw#positive", Mode.OFF);

    assertThat(recordedBy(() -> vault.withdraw(-1))).isEmpty();
  }

  @EveryDoor
  void a_failed_capture_counts_only_if_the_evaluation_reads_it(Door door) {
    Vault vault = door.guard(Vault.class, new HonestVault());

    // "longer" reads the failed slot; "ends" is true before it gets there.
    assertThatRecord(() -> vault.append(null))
        .blames(CONTRACT)
        .isA(ClauseKind.GUARANTEE)
        .quoting("result.length() > old(suffix.length())");
  }

  @EveryDoor
  void an_exception_of_the_body_passes_unchanged_and_skips_the_guarantees(Door door) {
    IllegalStateException own = new IllegalStateException("closed");
    Vault vault =
        door.guard(
            Vault.class,
            new HonestVault() {
              @Override
              public long withdraw(long amount) {
                throw own;
              }
            });

    assertThat(recordedBy(() -> assertThat(catchThrowable(() -> vault.withdraw(1))).isSameAs(own)))
        .isEmpty();
    assertThat(own.getSuppressed()).isEmpty();
  }

  @EveryDoor
  void old_keeps_the_entry_value_of_a_parameter_that_the_body_reassigns(Door door) {
    Counters counters = door.guard(Counters.class, new ReassigningCounters());

    assertThat(recordedBy(() -> assertThat(counters.next(5)).isEqualTo(6))).isEmpty();
  }

  @EveryDoor
  void operations_that_recurse_into_each_other_keep_separate_old_values(Door door) {
    Counters counters = door.guard(Counters.class, new ReassigningCounters());

    assertThat(recordedBy(() -> counters.down(20))).isEmpty();
  }

  @EveryDoor
  void a_copied_collection_shows_what_was_there_at_entry(Door door) {
    Lists lists = door.guard(Lists.class, new ForgetfulLists());

    Violation violation = assertThatViolation(() -> lists.add("x")).blames(SUPPLIER).violation();

    assertThat(violation.evidence()).containsEntry("old(items()).size()", "0");
  }

  @EveryDoor
  void the_same_violation_has_the_same_fingerprint_through_every_door(Door door) {
    Vault plain = new LossyVault();
    Vault vault = door.guard(Vault.class, new LossyVault());

    String first = assertThatViolation(() -> vault.withdraw(10)).violation().fingerprint();
    String second = assertThatViolation(() -> vault.withdraw(20)).violation().fingerprint();

    assertThat(first).isEqualTo(second);
    assertThat(plain.balance()).isEqualTo(100);
    // The same number on every door and JVM: no value, line or class of a proxy takes part.
    assertThat(first).isEqualTo("eb90d0bfa9861075");
  }
}
