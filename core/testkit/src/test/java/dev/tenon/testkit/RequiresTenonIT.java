package dev.tenon.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What fails, and what does not, in a JVM with the real agent. */
class RequiresTenonIT {

  private static final String UNASKED = "Tenon recorded a violation that nobody asked for.";

  @ParameterizedTest
  @ValueSource(strings = {"holds", "asserts_it", "asserts_the_record", "takes_all_out"})
  void what_holds_or_was_asked_for_passes(String test) {
    Events tests = mixed(test);

    tests.assertStatistics(counts -> counts.started(1).succeeded(1));
  }

  @Test
  void what_is_taken_out_of_the_parameter_passes() {
    Events tests = run(selectMethod(Examples.Mixed.class, "takes_it_out", Violations.class));

    tests.assertStatistics(counts -> counts.started(1).succeeded(1));
  }

  @Test
  void a_violation_that_the_application_swallowed_fails_the_test_with_its_text() {
    assertThat(failure(mixed("swallows")))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(UNASKED + "\n\nPrecondition broken by the client")
        .hasMessageContaining("  requires  amount > 0")
        .hasMessageContaining("  seen      amount = -1")
        .hasMessageContaining("TenonAssertions.assertThatViolation(() -> …)");
  }

  @Test
  void one_that_is_repeated_is_told_once() {
    assertThat(failure(mixed("swallows_thrice")))
        .hasMessageStartingWith(
            "Tenon recorded 3 violations that nobody asked for.\n\n3 times: Pre")
        .message()
        .containsOnlyOnce("requires");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "swallows_on_another_thread",
        "observes",
        "leaves_undecided",
        "asserts_one_and_swallows_one"
      })
  void one_that_nobody_saw_fails_the_test(String test) {
    assertThat(failure(mixed(test)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(UNASKED);
  }

  @Test
  void an_error_of_tenon_fails_the_test_and_no_other() {
    assertThat(failure(mixed("meets_an_error_of_tenon")))
        .hasMessageStartingWith("Tenon contained an error of its own")
        .hasMessageContaining("a test: java.lang.IllegalStateException");
    mixed("holds").assertStatistics(counts -> counts.succeeded(1));
  }

  @Test
  void one_that_the_test_threw_is_not_told_twice() {
    assertThat(failure(mixed("throws_it")))
        .hasMessageStartingWith("Precondition")
        .hasNoSuppressedExceptions();
  }

  @Test
  void taking_out_what_is_not_there_says_so() {
    assertThat(
            failure(
                run(
                    selectMethod(
                        Examples.Mixed.class, "takes_out_what_is_not_there", Violations.class))))
        .hasMessage("Expecting one violation, but none was recorded.");
  }

  @Test
  void subclasses_and_nested_classes_are_included() {
    run(selectClass(Examples.Heir.class)).assertStatistics(counts -> counts.started(2).failed(2));
  }

  @Test
  void one_that_no_test_met_fails_the_class() {
    EngineExecutionResults results = execute(selectClass(Examples.BetweenTests.class), Map.of());

    results.testEvents().assertStatistics(counts -> counts.succeeded(1));
    assertThat(failure(results.containerEvents())).hasMessageStartingWith(UNASKED);
  }

  @Test
  void one_that_no_test_met_can_be_taken_out_for_the_class() {
    execute(selectClass(Examples.BetweenTestsAndTaken.class), Map.of())
        .allEvents()
        .assertStatistics(counts -> counts.failed(0).started(3));
  }

  @Test
  void a_class_that_requires_what_is_no_seam_fails() {
    EngineExecutionResults results = execute(selectClass(Examples.OfNoSeam.class), Map.of());

    results.testEvents().assertStatistics(counts -> counts.started(0));
    assertThat(failure(results.containerEvents()))
        .hasMessageContaining("java.lang.Runnable: has no clauses")
        .hasNoSuppressedExceptions();
  }

  @Test
  void a_class_without_the_annotation_is_left_alone() {
    run(selectClass(Examples.Plain.class)).assertStatistics(counts -> counts.succeeded(1));
  }

  @Test
  void with_the_parameter_every_class_is_as_if_it_had_the_annotation() {
    Map<String, String> required =
        Map.of(RequiredRun.KEY, "true", "junit.jupiter.extensions.autodetection.enabled", "true");

    assertThat(failure(execute(selectClass(Examples.Plain.class), required).testEvents()))
        .hasMessageStartingWith(UNASKED);
    execute(selectClass(Examples.Mixed.class), required)
        .testEvents()
        .assertStatistics(counts -> counts.started(14).succeeded(5));
  }

  @Test
  void without_the_parameter_what_junit_finds_does_nothing() {
    execute(
            selectClass(Examples.Plain.class),
            Map.of("junit.jupiter.extensions.autodetection.enabled", "true"))
        .testEvents()
        .assertStatistics(counts -> counts.succeeded(1));
  }

  @Test
  void of_tests_in_parallel_only_the_one_fails_whose_thread_met_it() {
    execute(selectClass(Examples.OnTheirOwnThreads.class), inParallel())
        .testEvents()
        .assertStatistics(counts -> counts.started(2).failed(1).succeeded(1));
  }

  @Test
  void of_tests_in_parallel_all_fail_when_another_thread_met_it() {
    Events tests = execute(selectClass(Examples.OnAThirdThread.class), inParallel()).testEvents();

    tests.assertStatistics(counts -> counts.started(2).failed(2));
    assertThat(failure(tests)).hasMessageContaining("it is not known whose they are");
  }

  private static Map<String, String> inParallel() {
    return Map.of(
        "junit.jupiter.execution.parallel.enabled", "true",
        "junit.jupiter.execution.parallel.mode.default", "concurrent",
        "junit.jupiter.execution.parallel.config.strategy", "fixed",
        "junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
  }

  private static Events mixed(String test) {
    return test.equals("takes_all_out")
        ? run(selectMethod(Examples.Mixed.class, test, Violations.class))
        : run(selectMethod(Examples.Mixed.class, test));
  }

  private static Events run(DiscoverySelector selector) {
    return execute(selector, Map.of()).testEvents();
  }

  private static EngineExecutionResults execute(
      DiscoverySelector selector, Map<String, String> parameters) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selector)
        .configurationParameters(parameters)
        .execute();
  }

  static Throwable failure(Events events) {
    assertThat(events.failed().count()).isPositive();
    return events.failed().stream()
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }
}
