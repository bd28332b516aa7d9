package dev.tenon.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tenon.testkit.suite.Rates;
import dev.tenon.testkit.suite.RatesView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class ClientSuiteTest {

  @Test
  void what_breaks_a_client_is_named_with_the_clause_that_allows_it() {
    List<String> messages = messages(run(Divides.class));

    assertThat(messages).isNotEmpty();
    assertThat(messages)
        .allSatisfy(
            message ->
                assertThat(message)
                    .contains("the client relies on what nobody promises")
                    .contains("rate(\"EUR\") returned 0")
                    .contains("java.lang.ArithmeticException: / by zero"));
    assertThat(messages.toString())
        .contains("(allowed: near @Ensures result >= 0 && result <= 100)");
  }

  @Test
  void a_client_that_relies_on_what_is_promised_passes() {
    run(Adds.class).testEvents().assertStatistics(found -> found.failed(0));
    assertThat(run(Adds.class).testEvents().succeeded().count()).isGreaterThan(20);
  }

  @Test
  void with_a_view_the_suppliers_keep_within_it() {
    run(Viewing.class).testEvents().assertStatistics(found -> found.failed(0));
  }

  @Test
  void a_test_that_takes_no_supplier_is_told_so() {
    assertThat(messages(run(Deaf.class)))
        .singleElement()
        .asString()
        .contains("needs a parameter of type dev.tenon.testkit.suite.Rates");
  }

  private static EngineExecutionResults run(Class<?> suite) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(suite)).execute();
  }

  private static List<String> messages(EngineExecutionResults run) {
    return run.allEvents().finished().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .map(Throwable::getMessage)
        .toList();
  }

  @ClientSuite(Rates.class)
  static class Divides {
    @ClientTest
    void shares_are_counted(Rates rates) {
      assertThat(100 / rates.rate("EUR")).isNotNegative();
    }
  }

  @ClientSuite(Rates.class)
  static class Adds {
    @ClientTest
    void rates_add_up(Rates rates) {
      assertThat(rates.rate("EUR") + rates.rate("USD")).isBetween(0, 200);
    }
  }

  @ClientSuite(value = Rates.class, view = RatesView.class)
  static class Viewing {
    @ClientTest
    void shares_are_counted(Rates rates) {
      assertThat(100 / rates.rate("EUR")).isNotNegative();
    }
  }

  @ClientSuite(Rates.class)
  static class Deaf {
    @ClientTest
    void nothing() {}
  }
}
