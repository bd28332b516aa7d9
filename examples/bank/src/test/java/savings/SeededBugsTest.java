package savings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Party;
import dev.tenon.testkit.suite.ContractRun;
import dev.tenon.testkit.suite.Finding;
import dev.tenon.testkit.suite.Plan;
import dev.tenon.testkit.suite.Property;
import dev.tenon.testkit.suite.Undeclared;
import dev.tenon.verdict.Violation;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite of a contract finds each of the twelve bugs, and none in the right supplier. */
class SeededBugsTest {

  private static final Plan PLAN = new Plan(1, 50, 50, 20, 0, Undeclared.FAILS, true, 10);

  @Test
  void there_are_twelve() {
    assertThat(SeededBug.values()).hasSize(12);
  }

  @ParameterizedTest
  @EnumSource
  void each_is_found_and_its_clause_named(SeededBug bug) {
    Finding finding = first(bug);
    Violation violation = finding.violation().orElseThrow();

    assertThat(finding.kind()).as(finding::text).isEqualTo(bug.kind());
    assertThat(violation.blamed())
        .isEqualTo(bug.kind() == Finding.Kind.OVERRIDE ? Party.OVERRIDE : Party.SUPPLIER);
    assertThat(violation.clause().name()).matches(bug.clause);
    assertThat(finding.calls()).isNotEmpty().hasSizeLessThanOrEqualTo(bug.mostCalls);
    if (!bug.operation.isEmpty()) {
      assertThat(finding.operation()).isEqualTo(bug.operation);
      assertThat(finding.calls().get(finding.calls().size() - 1)).startsWith(bug.operation + "(");
    }
  }

  @Test
  void the_right_supplier_stays_green() {
    LongStream.rangeClosed(1, 5)
        .forEach(
            seed ->
                assertThat(
                        ContractRun.of(Savings.class)
                            .supplier("standard", StandardSavings::new)
                            .plan(PLAN.seed(seed))
                            .run()
                            .findings())
                    .as("seed %d", seed)
                    .isEmpty());
  }

  /** What the first property finds that finds something. */
  private static Finding first(SeededBug bug) {
    for (Property each :
        ContractRun.of(Savings.class).supplier(bug.name(), bug.fresh).plan(PLAN).properties()) {
      List<Finding> found = each.run().get();
      if (!found.isEmpty()) {
        return found.get(0);
      }
    }
    throw new AssertionError(bug + " was not found");
  }
}
