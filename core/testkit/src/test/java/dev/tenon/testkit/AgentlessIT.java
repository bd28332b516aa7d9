package dev.tenon.testkit;

import static dev.tenon.testkit.TenonAssertions.assertThatRecordedViolation;
import static dev.tenon.testkit.TenonAssertions.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tenon.Seams;
import dev.tenon.model.Party;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.Violation;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What can be asserted, and what fails, in a JVM without an agent. */
class AgentlessIT {

  private final Vault honest = Seams.guard(Vault.class, new HonestVault());
  private final Vault lossy = Seams.guard(Vault.class, new LossyVault());

  @Test
  void a_class_that_requires_tenon_fails() {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Examples.Mixed.class))
            .execute();

    results.testEvents().assertStatistics(counts -> counts.started(0));
    assertThat(RequiresTenonIT.failure(results.containerEvents()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no agent is attached; start the JVM with -javaagent")
        .hasNoSuppressedExceptions();
  }

  @Test
  void everything_about_a_violation_can_be_asserted() {
    String own = assertThatViolation(this::overdraw).actual().supplier().component();

    assertThatViolation(this::overdraw)
        .blames(Party.CLIENT)
        .isA(ClauseKind.PRECONDITION)
        .at(Vault.class)
        .of("withdraw")
        .quoting("amount > 0")
        .named("positive")
        .seen("amount", "-1")
        .seenOnly("amount")
        .alsoFalse()
        .notEvaluable()
        .client(AgentlessIT.class, "overdraw")
        .client(own)
        .supplier(HonestVault.class)
        .supplier(own);
  }

  private void overdraw() {
    honest.withdraw(-1);
  }

  @Test
  void a_suppliers_violation_is_found_behind_an_exception_of_the_application() {
    assertThatViolation(
            () -> {
              try {
                lossy.withdraw(5);
              } catch (AssertionError e) {
                throw new ExecutionException(e);
              }
            })
        .blames(Party.SUPPLIER)
        .quoting("result == amount");
  }

  @Test
  void a_wrong_expectation_shows_the_whole_violation() {
    assertThatThrownBy(() -> assertThatViolation(() -> honest.withdraw(-1)).blames(Party.SUPPLIER))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            String.format("Expecting to blame: SUPPLIER%nbut it is: CLIENT%nin the violation:%n%n"))
        .hasMessageContaining("  requires  amount > 0");
  }

  @Test
  void a_value_that_was_not_seen_is_nothing() {
    assertThatThrownBy(() -> assertThatViolation(() -> honest.withdraw(-1)).seen("x", "1"))
        .hasMessageStartingWith("Expecting seen of x: 1")
        .hasMessageContaining("but it is: nothing");
  }

  @Test
  void a_call_that_ends_normally_is_no_violation_and_the_missing_agent_is_mentioned() {
    assertThatThrownBy(() -> assertThatViolation(() -> new HonestVault().withdraw(-1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Expecting a violation to be thrown, but the call ended normally, and none was"
                + " recorded.")
        .hasMessageContaining("No agent is attached");
  }

  @Test
  void a_call_that_throws_something_else_is_no_violation() {
    IllegalStateException other = new IllegalStateException("busy");

    assertThatThrownBy(
            () ->
                assertThatViolation(
                    () -> {
                      throw other;
                    }))
        .hasMessageContaining("but the call threw java.lang.IllegalStateException: busy")
        .hasCause(other);
  }

  @Test
  void one_that_was_swallowed_is_shown() {
    assertThatThrownBy(
            () -> assertThatViolation(() -> Examples.swallowing(() -> honest.withdraw(-1))))
        .hasMessageContaining("the call ended normally, and this one was recorded:")
        .hasMessageContaining("  requires  amount > 0");
  }

  @Test
  void one_that_was_recorded_and_not_thrown_can_be_asserted() {
    assertThatRecordedViolation(() -> Examples.swallowing(() -> honest.withdraw(-1)))
        .blames(Party.CLIENT);
    assertThatRecordedViolation(() -> honest.withdraw(13)).blames(Party.CONTRACT);
  }

  @Test
  void one_that_was_thrown_is_not_only_recorded() {
    assertThatThrownBy(() -> assertThatRecordedViolation(() -> honest.withdraw(-1)))
        .hasMessageContaining("none to be thrown, but the call threw dev.tenon.verdict.Contract");
  }

  @Test
  void null_is_no_violation() {
    Violation none = null;

    assertThatThrownBy(() -> TenonAssertions.assertThat(none).blames(Party.CLIENT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to be null");
  }
}
