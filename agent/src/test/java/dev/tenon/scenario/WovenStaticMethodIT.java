package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import dev.tenon.model.Mode;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.ContractViolation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Clauses of static methods, of interfaces and of classes. */
class WovenStaticMethodIT implements Scenario {

  @Test
  void a_false_precondition_blames_the_client_before_the_body_runs() {
    List<Integer> ran = new ArrayList<>();

    assertThatViolation(() -> Sums.add(ran, -1))
        .blames(CLIENT)
        .isA(ClauseKind.PRECONDITION)
        .of("add")
        .quoting("n >= 0")
        .seeing("n", "-1")
        .client(
            WovenStaticMethodIT.class,
            "a_false_precondition_blames_the_client_before_the_body_runs")
        .supplier(Sums.class);
    assertThat(ran).isEmpty();
  }

  @Test
  void a_false_guarantee_blames_the_supplier() {
    assertThatViolation(() -> Sums.add(new ArrayList<>(), 13))
        .blames(SUPPLIER)
        .isA(ClauseKind.GUARANTEE)
        .quoting("to.size() == old(to.size()) + 1")
        .seeing("old(to.size())", "0")
        .supplier(Sums.class);
  }

  @Test
  void a_call_that_holds_gives_its_result() {
    List<Integer> to = new ArrayList<>();

    assertThat(recordedBy(() -> assertThat(Sums.add(to, 5)).isEqualTo(5))).isEmpty();
    assertThat(to).containsExactly(5);
  }

  @Test
  void a_static_method_of_a_class_is_its_own() {
    assertThatViolation(() -> Tools.half(3)).blames(CLIENT).supplier(Tools.class);
    assertThatViolation(() -> Tools.half(6)).blames(SUPPLIER).quoting("result * 2 == n");
    assertThat(recordedBy(() -> assertThat(Tools.half(8)).isEqualTo(4))).isEmpty();
  }

  @Test
  void one_that_hides_it_in_a_subclass_owes_nothing() {
    assertThat(recordedBy(() -> assertThat(MoreTools.half(3)).isEqualTo(1))).isEmpty();
  }

  @Test
  void a_checked_exception_that_is_declared_passes() {
    assertThat(
            recordedBy(
                () ->
                    assertThatThrownBy(() -> Tools.read("gone"))
                        .isExactlyInstanceOf(IOException.class)
                        .hasNoSuppressedExceptions()))
        .isEmpty();
  }

  @Test
  void exception_clauses_count_as_on_any_method() {
    assertThatViolation(() -> Tools.read("")).blames(SUPPLIER).isA(ClauseKind.EXCEPTION);
    assertThatViolation(() -> Tools.read(null)).blames(CLIENT);

    Throwable[] thrown = new Throwable[1];
    assertThatRecord(() -> thrown[0] = catchThrowable(() -> Tools.read("fail")))
        .blames(SUPPLIER)
        .isA(ClauseKind.EXCEPTION);
    assertThat(thrown[0]).isExactlyInstanceOf(IllegalStateException.class);
    assertThat(thrown[0].getSuppressed()).singleElement().isInstanceOf(ContractViolation.class);
  }

  @Test
  void varargs_generics_and_widths() {
    assertThatViolation(() -> Tools.<String>first()).blames(CLIENT).quoting("all.length > 0");
    assertThat(recordedBy(() -> assertThat(Tools.first("a", "b")).isEqualTo("a"))).isEmpty();
    assertThatViolation(() -> Tools.mix(1L, 2d, (short) 3, 'c', true, -1f)).blames(CLIENT);
    assertThat(recordedBy(() -> Tools.mix(1L, 2d, (short) 3, 'c', true, 1f))).isEmpty();
  }

  @Test
  void a_reference_to_it_is_checked() {
    IntUnaryOperator half = Tools::half;

    assertThatViolation(() -> half.applyAsInt(3)).blames(CLIENT).quoting("n % 2 == 0");
  }

  @Test
  void recursion_is_checked_at_each_depth() {
    assertThatViolation(() -> Tools.down(3, -1)).blames(CLIENT).client(Tools.class, "down");
  }

  @Test
  void observed_and_off() {
    Modes.set("WovenStaticMethodIT$Tools", Mode.OBSERVE);
    assertThatRecord(() -> Tools.half(3)).blames(CLIENT);
    Modes.set("WovenStaticMethodIT$Tools", Mode.OFF);
    assertThat(recordedBy(() -> Tools.half(3))).isEmpty();
  }

  @Test
  void a_clause_that_throws_decides_nothing() {
    assertThatRecord(() -> Tools.length(null)).blames(CONTRACT).quoting("!text.isEmpty()");
  }

  /** A seam with a static method. */
  public interface Sums {

    @Requires("n >= 0")
    @Ensures("to.size() == old(to.size()) + 1")
    @Ensures("result == n")
    static int add(List<Integer> to, int n) {
      if (n != 13) {
        to.add(n);
      }
      return n;
    }
  }

  static class Tools {

    @Requires("n % 2 == 0")
    @Ensures("result * 2 == n")
    static int half(int n) {
      return n == 6 ? 4 : n / 2;
    }

    @Requires("name != null")
    @Throws(value = IOException.class, when = "name.isEmpty()")
    @Throws(value = IOException.class, when = "name.startsWith(\"g\")")
    static void read(String name) throws IOException {
      if (name.equals("gone")) {
        throw new IOException();
      }
      if (name.equals("fail")) {
        throw new IllegalStateException();
      }
    }

    @SafeVarargs
    @Requires("all.length > 0")
    @Ensures("result == all[0]")
    static <T> T first(T... all) {
      return all[0];
    }

    @Requires("l > 0 && d > 0 && s > 0 && c > 0 && z && f > 0")
    @Ensures("old(l) + old(d) + old(s) + old(c) + old(f) == result")
    static double mix(long l, double d, short s, char c, boolean z, float f) {
      return l + d + s + c + f;
    }

    @Requires("n >= 0")
    static int down(int n, int end) {
      return n == 0 ? down(end, end) : down(n - 1, end);
    }

    @Requires("!text.isEmpty()")
    static int length(String text) {
      return text == null ? 0 : text.length();
    }
  }

  static final class MoreTools extends Tools {
    static int half(int n) {
      return n / 2;
    }
  }
}
