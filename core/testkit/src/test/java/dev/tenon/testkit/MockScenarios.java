package dev.tenon.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.tenon.Seams;
import dev.tenon.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * Mocks of seams in a JVM with the real agent. One mock maker a JVM: with two of them at work, an
 * assertion of Mockito's own fails or holds by chance, for it asks the makers in the order of a map
 * of classes.
 */
abstract class MockScenarios {

  private static final List<String> OF_CLIENTS =
      List.of(
          "client_asks_too_little",
          "client_asks_too_little_and_it_is_verified",
          "client_asks_too_little_of_a_stub");
  private static final List<String> OF_STUBS =
      List.of(
          "stub_answers_too_little",
          "stub_of_do_return_answers_too_little",
          "stub_throws_what_is_not_on_the_list");

  private final String maker;
  private final boolean isGuarded;

  MockScenarios(String maker, boolean isGuarded) {
    this.maker = maker;
    this.isGuarded = isGuarded;
  }

  @BeforeEach
  void choose() {
    MockExamples.maker = maker;
    MockExamples.isGuarded = isGuarded;
  }

  @Test
  void clients_and_stubs_that_break_the_contract_fail_their_tests_and_nothing_else_does() {
    assertThat(failed(MockExamples.Checked.class, 12))
        .containsAll(OF_CLIENTS)
        .containsAll(OF_STUBS)
        .hasSize(6);
  }

  @Test
  void stubs_may_answer_anything_where_clients_alone_are_judged() {
    assertThat(failed(MockExamples.ClientsOnly.class, 12))
        .containsExactlyInAnyOrderElementsOf(OF_CLIENTS);
  }

  @Test
  void nothing_fails_where_nothing_is_judged() {
    assertThat(failed(MockExamples.Unchecked.class, 12)).isEmpty();
  }

  @Test
  void what_a_test_asks_for_is_no_failure() {
    assertThat(failed(MockExamples.Asserted.class, 2)).isEmpty();
  }

  @Test
  void suppliers_behind_spies_and_mocks_are_judged_as_ever() {
    assertThat(failed(MockExamples.Suppliers.class, 5)).isEmpty();
  }

  @Test
  void the_client_is_named_though_the_supplier_is_a_mock() {
    assertThat(failure("client_asks_too_little"))
        .hasMessageContaining("Precondition broken by the client")
        .hasMessageContaining("  seen      amount = -1\n")
        .hasMessageContaining("dev.tenon.testkit.Buyer.pay (Buyer.java:")
        .hasMessageContaining("dev.tenon.testkit.Purse$MockitoMock\n");
  }

  @Test
  void a_stub_is_named_with_its_place() {
    assertThat(failure("stub_answers_too_little"))
        .hasMessageContaining("Guarantee broken by the stub of a mock")
        .hasMessageContaining("  ensures   result >= 0\n")
        .hasMessageContaining("  next      mend the stub, or weaken the guarantee at Purse.java:")
        .hasMessageContaining("  stub      -> at dev.tenon.testkit.MockExamples$Checked.stub_ans");
  }

  @Test
  void nothing_is_recorded_in_the_ledger_and_mocks_are_no_seams() {
    long before = Seams.ledger().violations() + Seams.ledger().errors();
    failed(MockExamples.Checked.class, 12);
    assertThat(Seams.ledger().violations() + Seams.ledger().errors()).isEqualTo(before);
    assertThat(Seams.status().seams())
        .extracting(Status.SeamStatus::name)
        .isNotEmpty()
        .noneMatch(name -> name.contains("Mock"));
  }

  private static Throwable failure(String test) {
    return RequiresTenonIT.failure(run(selectMethod(MockExamples.Checked.class, test)));
  }

  private static List<String> failed(Class<?> examples, int count) {
    Events tests = run(selectClass(examples));
    tests.assertStatistics(counts -> counts.started(count));
    List<String> names = new ArrayList<>();
    tests.failed().stream()
        .forEach(event -> names.add(event.getTestDescriptor().getDisplayName().replace("()", "")));
    return names;
  }

  private static Events run(DiscoverySelector selector) {
    return EngineTestKit.engine("junit-jupiter").selectors(selector).execute().testEvents();
  }
}
