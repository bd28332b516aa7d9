package dev.tenon.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionTest {

  private static final List<String> OPAQUE = List.of("sorted(List)");

  @Test
  void what_clauses_say_is_drawn_rather_than_filtered() {
    ContractReport report =
        ContractRun.of(Table.class)
            .supplier("silent", SilentTable::new)
            .plan(new Plan(7, 300, 0, 1, 50, Undeclared.FAILS, false, 10))
            .run();

    assertThat(report.findings()).isEmpty();
    List<OperationCount> counts = report.counts().get("silent");
    assertThat(counts).hasSize(16);
    for (OperationCount each : counts) {
      assertThat(each.accepted()).as(each.operation()).isGreaterThanOrEqualTo(300);
      if (!OPAQUE.contains(each.operation())) {
        assertThat(each.rejected()).as(each.operation()).isLessThanOrEqualTo(0.01);
      }
    }
  }

  /** Does nothing, which is right. */
  static final class SilentTable implements Table {

    @Override
    public void positive(int x) {}

    @Override
    public void between(int x) {}

    @Override
    public void threePositive(int x, int y, int z) {}

    @Override
    public void ordered(int x, int y) {}

    @Override
    public void several(List<Integer> xs) {}

    @Override
    public void patterned(String s) {}

    @Override
    public void alphanumeric(String s) {}

    @Override
    public void multiple(int x) {}

    @Override
    public void sorted(List<Integer> xs) {}

    @Override
    public void within(int lo, int mid, int hi) {}

    @Override
    public void transfer(Account from, Account to, long amount) {}

    @Override
    public void summed(int a, int b, int sum) {}

    @Override
    public void indexed(int n, List<String> xs) {}

    @Override
    public void member(List<String> xs, String x) {}

    @Override
    public void inside(Range range, long at) {
      assertThat(range.from()).isLessThanOrEqualTo(range.to());
      assertThat(range.to() - range.from()).isLessThanOrEqualTo(1000);
    }

    @Override
    public void optional(String a) {}
  }
}
