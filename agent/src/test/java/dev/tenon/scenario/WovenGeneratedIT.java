package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Mode;
import dev.tenon.scenario.GeneratedForms.Open;
import dev.tenon.scenario.GeneratedForms.Taking;
import dev.tenon.verdict.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated subclasses and executors between client and supplier: never a party. */
class WovenGeneratedIT implements Scenario {

  static List<Taking> inFront() {
    return List.of(
        GeneratedForms.cglibSubclass(),
        GeneratedForms.cglibBeforeAnother(new Open()),
        GeneratedForms.byteBuddySubclass());
  }

  @ParameterizedTest
  @MethodSource("inFront")
  void a_generated_subclass_and_its_interceptor_are_no_party(Taking taking) {
    assertThatViolation(() -> taking.take(-1))
        .blames(CLIENT)
        .client(WovenGeneratedIT.class, "a_generated_subclass_and_its_interceptor_are_no_party")
        .supplier(Open.class);
  }

  @ParameterizedTest
  @MethodSource("inFront")
  void in_front_of_a_supplier_it_gives_one_report(Taking taking) {
    Modes.set("GeneratedForms$Taking", Mode.OBSERVE);

    assertThatRecord(() -> taking.take(-1)).blames(CLIENT);
    assertThat(
            recordedBy(
                () -> {
                  taking.take(-1);
                  taking.take(-1);
                }))
        .hasSize(2);
  }

  @Test
  void a_client_inside_an_interceptor_is_a_client() {
    Open supplier = new Open();
    Taking outer =
        GeneratedForms.cglibBeforeAnother(
            new Open() {
              @Override
              public int take(int n) {
                return supplier.take(-n);
              }
            });

    Violation violation = assertThatViolation(() -> outer.take(1)).blames(CLIENT).violation();

    assertThat(violation.client().className()).startsWith(WovenGeneratedIT.class.getName() + "$");
    assertThat(violation.client().method()).isEqualTo("take");
  }

  @Test
  void the_fingerprint_is_that_of_a_direct_call() {
    Set<String> fingerprints = new LinkedHashSet<>();
    for (Taking taking :
        List.of(
            new Open(),
            GeneratedForms.cglibSubclass(),
            GeneratedForms.byteBuddySubclass(),
            GeneratedForms.jdkProxyBefore(new Open()))) {
      fingerprints.add(assertThatViolation(() -> taking.take(-1)).violation().fingerprint());
    }

    assertThat(fingerprints).hasSize(1);
  }

  @Test
  void a_task_of_an_executor_is_a_client() throws Exception {
    Taking taking = new Open();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> task = executor.submit(() -> taking.take(-1));

      assertThatViolation(() -> result(task))
          .client(WovenGeneratedIT.class, "a_task_of_an_executor_is_a_client");
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void a_method_reference_as_a_task_is_named_by_its_method() throws Exception {
    Taking taking = new Open();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Call call = new Call(taking);
      Future<?> task = executor.submit(call::run);

      assertThatViolation(() -> result(task)).client(Call.class, "run");
    } finally {
      executor.shutdown();
    }
  }

  private static int result(Future<?> task) throws Throwable {
    try {
      task.get();
      return 0;
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private record Call(Taking taking) {
    void run() {
      taking.take(-1);
    }
  }
}
