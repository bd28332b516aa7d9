package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.scenario.ValidatedForms.jdkProxy;
import static dev.tenon.scenario.ValidatedForms.subclass;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.model.Mode;
import dev.tenon.scenario.ValidatedForms.Lender;
import dev.tenon.scenario.ValidatedForms.Lending;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A framework in front of a supplier answers for its constraints: one record, and its answer stays.
 */
@Tag("made-at-run-time")
class WovenAnswerIT implements Scenario {

  static List<Lending> validating() {
    return List.of(jdkProxy(new Lender(), true), subclass(new Lender(), true));
  }

  static List<Lending> passing() {
    return List.of(jdkProxy(new Lender(), false), subclass(new Lender(), false));
  }

  static List<Lending> nested() {
    return List.of(
        jdkProxy(jdkProxy(new Lender(), true), false),
        jdkProxy(subclass(new Lender(), true), false),
        subclass(subclass(new Lender(), true), false));
  }

  @ParameterizedTest
  @MethodSource({"validating", "nested"})
  void what_it_refuses_is_recorded_once_and_the_client_is_to_blame(Lending lending) {
    assertThatRecord(() -> refused(lending, -1))
        .blames(CLIENT)
        .quoting("@Positive days")
        .client(WovenAnswerIT.class, "refused")
        .supplier(Lender.class);
  }

  @ParameterizedTest
  @MethodSource({"validating", "nested"})
  void its_exception_is_as_it_was(Lending lending) {
    assertThat(refused(lending, -1).getSuppressed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"validating", "nested"})
  void the_same_bad_call_twice_is_two(Lending lending) {
    List<Violation> recorded =
        recordedBy(
            () -> {
              refused(lending, -1);
              refused(lending, -1);
            });

    assertThat(recorded).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource({"validating", "passing", "nested"})
  void what_holds_is_not_recorded(Lending lending) {
    assertThat(recordedBy(() -> lending.lend(1))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("passing")
  void what_nobody_refuses_is_recorded_once_by_the_supplier(Lending lending) {
    assertThatRecord(() -> lending.lend(-1)).blames(CLIENT).supplier(Lender.class);
  }

  @ParameterizedTest
  @MethodSource({"validating", "passing", "nested"})
  void an_answer_from_within_the_supplier_is_not_about_its_own_call(Lending lending) {
    assertThat(recordedBy(() -> catchThrowable(() -> lending.ask(new ArrayList<>())))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"validating", "nested"})
  void enforced_it_is_carried_by_the_exception(Lending lending) {
    Modes.set("ValidatedForms$Lending.lend", Mode.ENFORCE);

    List<Violation> recorded =
        recordedBy(
            () ->
                assertThat(refused(lending, -1).getSuppressed())
                    .singleElement()
                    .isInstanceOf(ContractViolation.class));

    assertThat(recorded).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource({"validating", "nested"})
  void switched_off_it_is_not_recorded(Lending lending) {
    Modes.set("ValidatedForms$Lending.lend#days.Positive", Mode.OFF);

    assertThat(recordedBy(() -> refused(lending, -1))).isEmpty();
  }

  private static Throwable refused(Lending lending, int days) {
    Throwable thrown = catchThrowable(() -> lending.lend(days));
    assertThat(thrown).isInstanceOf(ConstraintViolationException.class);
    return thrown;
  }
}
