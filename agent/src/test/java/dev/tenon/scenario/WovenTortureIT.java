package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Requires;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rows of {@link TortureIT} whose forms only weaving reaches. */
class WovenTortureIT implements Scenario {

  @DisplayName("Hibernate Validator, Spring: new Record(-1): unchecked")
  @Test
  void a_record_is_checked_where_it_is_made() {
    assertThatViolation(() -> new Amount(-1))
        .blames(CLIENT)
        .quoting("value >= 0")
        .client(WovenTortureIT.class, "a_record_is_checked_where_it_is_made");
    assertThatViolation(() -> new Amount(1_001)).blames(SUPPLIER).quoting("value <= 1_000");
  }

  @DisplayName("Hibernate Validator, Spring: self call: unchecked")
  @Test
  void a_call_through_this_is_a_handoff() {
    Calling calling = new SelfCalling();

    assertThatViolation(() -> calling.outer(1)).blames(CLIENT).client(SelfCalling.class, "outer");
  }

  @DisplayName("Cofoja: sealed: linkage error")
  @Test
  void a_sealed_seam_is_checked() {
    Shut shut = new OnlyShut();

    assertThatViolation(() -> shut.take(-1)).blames(CLIENT);
    assertThat(recordedBy(() -> assertThat(shut.take(1)).isEqualTo(1))).isEmpty();
  }

  @DisplayName("Cofoja: static interface methods beside a contract: compile error")
  @Test
  void a_static_method_of_a_seam_has_clauses_of_its_own() {
    assertThatViolation(() -> Calling.half(3)).blames(CLIENT).quoting("n % 2 == 0");
  }

  @DisplayName("Cofoja: an object called back while \"open\": unchecked (its invariant)")
  @Test
  void the_invariant_of_another_object_is_judged_while_one_is_open() {
    Counter open = new Counter();

    for (int i = 0; i < 2; i++) {
      Counter other = new Counter();
      assertThatRecord(() -> open.during(() -> swallow(() -> other.set(-1))))
          .blames(SUPPLIER)
          .quoting("count >= 0");
    }
  }

  @DisplayName(
      "icontract: its re-entrancy guard spans the body: a recursive call is unchecked the first"
          + " time")
  @Test
  void recursion_through_this_is_caught_at_the_first_bad_depth() {
    SelfCalling calling = new SelfCalling();

    assertThatViolation(() -> calling.down(2)).blames(CLIENT).seeing("n", "-1");
  }

  @DisplayName(
      "Cofoja: adds x > 0 where the interface says nothing: a client of the class is asked")
  @Test
  void a_client_of_the_class_itself_owes_what_the_class_asks() {
    TortureIT.Asker asker = new TortureIT.Asker();

    assertThatViolation(() -> asker.give(-1)).blames(CLIENT).quoting("x > 0");
  }

  private static void swallow(Runnable call) {
    try {
      call.run();
    } catch (AssertionError expected) {
      // The record tells.
    }
  }

  @Invariant("value <= 1_000")
  record Amount(int value) {
    @Requires("value >= 0")
    Amount {}
  }

  /** A seam that is called through this. */
  public interface Calling {
    int outer(int n);

    @Requires("n > 1")
    @Ensures("result == n")
    int inner(int n);

    @Requires("n >= 0")
    int down(int n);

    @Requires("n % 2 == 0")
    static int half(int n) {
      return n / 2;
    }
  }

  private static final class SelfCalling implements Calling {
    @Override
    public int outer(int n) {
      return inner(n);
    }

    @Override
    public int inner(int n) {
      return n;
    }

    @Override
    public int down(int n) {
      return down(n - 1);
    }
  }

  /** A seam that is closed to others. */
  public sealed interface Shut permits OnlyShut {
    @Requires("x > 0")
    int take(int x);
  }

  static final class OnlyShut implements Shut {
    @Override
    public int take(int x) {
      return x;
    }
  }

  @Invariant("count >= 0")
  static final class Counter {

    int count;

    void set(int next) {
      count = next;
    }

    void during(Runnable others) {
      count = -1;
      others.run();
      count = 0;
    }
  }
}
