package dev.tenon.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tenon.Seams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class ContractEngineTest {

  @TempDir Path reports;

  @Test
  void a_right_supplier_passes() throws IOException {
    EngineExecutionResults run = run(Suites.Right.class);

    run.testEvents().assertStatistics(found -> found.started(7).succeeded(7));
    assertThat(run.testEvents().started().stream().map(event -> event.getTestDescriptor()))
        .extracting(each -> each.getDisplayName())
        .containsExactly(
            "fresh(): add(int) inside",
            "fresh(): add(int) outside",
            "fresh(): count() inside",
            "fresh(): take(int) inside",
            "fresh(): take(int) outside",
            "fresh(): sequences of calls",
            "fresh(): nothing is vacuous");
    assertThat(Files.readString(reports.resolve(Suites.Right.class.getName() + ".json")))
        .contains("\"seed\" : 3", "\"clause\" : \"@Requires by > 0 && by <= 100\"");
  }

  @Test
  void what_is_wrong_is_shrunk_to_the_fewest_and_smallest_calls() {
    String message = failures(run(Suites.Both.class)).get(0);

    assertThat(message)
        .startsWith("the supplier of add breaks count() == old(count()) + by")
        .contains("calls     add(51)\n            add(51)")
        .contains("seed 3")
        .contains("Guarantee broken by the supplier")
        .contains(
            """
            @Test
            void add_keeps_its_guarantees() {
              dev.tenon.testkit.engine.Counter supplier = dev.tenon.Seams.guard(\
            dev.tenon.testkit.engine.Counter.class, fresh());
              supplier.add(51);
              supplier.add(51);
            }\
            """);
  }

  @Test
  void too_few_accepted_calls_fail() {
    assertThat(failures(run(Suites.Impatient.class)).get(0))
        .contains("add(int) was accepted ", " times, and at least 2000 are asked for");
  }

  @Test
  void clauses_that_leave_nothing_are_named() {
    assertThat(failures(run(Suites.OfNothing.class)))
        .singleElement()
        .asString()
        .startsWith("use(int) was accepted 0 times, and at least 50 are asked for; at last: ")
        .contains("@Requires n > 5", "@Requires n < 3");
  }

  @Test
  void nothing_is_said_of_vacuity_where_something_was_found() {
    assertThat(failures(run(Suites.Both.class)))
        .last()
        .isEqualTo("not judged, since another test of this supplier ended early");
  }

  @Test
  void a_class_that_gives_no_supplier_says_which_method_to_write() {
    assertThat(failures(run(Suites.Silent.class)))
        .singleElement()
        .asString()
        .contains("gives no supplier: add a method  Counter fresh()");
  }

  @Test
  void a_seam_without_a_contract_is_refused() {
    assertThat(failures(run(Suites.WithoutContract.class)))
        .singleElement()
        .asString()
        .contains("java.lang.Runnable has no clauses: a suite of it would show nothing");
  }

  @Test
  void what_is_no_interface_is_refused() {
    assertThat(failures(run(Suites.OfNoInterface.class)))
        .singleElement()
        .asString()
        .contains("java.lang.String is no interface");
  }

  @Test
  void a_call_that_does_not_return_is_named() {
    Suites.Stuck.LOCK.lock();
    try {
      List<String> failed = failures(run(Suites.Stuck.class));
      assertThat(failed.get(0))
          .startsWith(
              "take did not return within 1 s, and stood at "
                  + "dev.tenon.testkit.engine.Counter$Stuck.take (Counter.java:")
          .contains("\n            take(")
          .contains("void take_returns_in_time() {");
      assertThat(failed.subList(1, failed.size() - 1))
          .allSatisfy(each -> assertThat(each).startsWith("not run, since take did not return"));
    } finally {
      Suites.Stuck.LOCK.unlock();
    }
  }

  @Test
  void suppliers_are_closed_after_each_case() {
    run(Suites.Holding.class).testEvents().assertStatistics(found -> found.succeeded(7));

    assertThat(Suites.Holding.OPEN).hasValue(0);
  }

  @Test
  void what_fails_to_give_a_supplier_is_in_the_report() throws IOException {
    run(Suites.Failing.class).testEvents().assertStatistics(found -> found.failed(7));

    assertThat(Files.readString(reports.resolve(Suites.Failing.class.getName() + ".json")))
        .contains("\"kind\" : \"ERROR\"", "UnsupportedOperationException: no database");
  }

  @Test
  void who_gives_suppliers_may_abort_the_suite() {
    run(Suites.Unwanted.class)
        .testEvents()
        .assertStatistics(found -> found.aborted(7).failed(0).succeeded(0));
  }

  @Test
  void what_would_be_done_before_each_test_in_vain_is_refused() {
    assertThat(failures(run(Suites.Prepared.class)))
        .singleElement()
        .asString()
        .contains("@BeforeEach prepare() is not called in a suite: do in fresh() what");
    assertThat(failures(run(Suites.PreparedForItsTests.class))).isEmpty();
  }

  @Test
  void what_suites_break_on_purpose_is_neither_counted_nor_logged() {
    long before = Seams.ledger().violations();

    run(Suites.Both.class);

    assertThat(Seams.ledger().violations()).isEqualTo(before);
  }

  private EngineExecutionResults run(Class<?> suite) {
    return EngineTestKit.engine("tenon")
        .selectors(selectClass(suite))
        .configurationParameter(Reports.KEY, reports.toString())
        .execute();
  }

  private static List<String> failures(EngineExecutionResults run) {
    return run.allEvents().finished().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .map(Throwable::getMessage)
        .toList();
  }
}
