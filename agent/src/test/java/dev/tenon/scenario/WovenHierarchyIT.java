package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.OVERRIDE;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.model.Mode;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several declarations of an operation, and what may stand in front of their bodies. */
@SuppressWarnings("tenon") // overrides ask more on purpose
class WovenHierarchyIT implements Scenario {

  @Test
  void a_checking_proxy_in_front_of_another_refuses_once() {
    HonestVault supplier = new HonestVault();
    Vault vault = Seams.guard(Vault.class, Seams.guard(Vault.class, supplier));

    assertThat(recordedBy(() -> vault.withdraw(1))).isEmpty();
    assertThatViolation(() -> vault.withdraw(-1)).blames(CLIENT).supplier(HonestVault.class);
    assertThat(supplier.calls).isEqualTo(1);
    Modes.set("Vault", Mode.OBSERVE);
    assertThatRecord(() -> vault.withdraw(-1)).blames(CLIENT);
  }

  @Test
  void a_checking_proxy_in_front_of_another_knows_what_the_class_adds() {
    Taking taking = Seams.guard(Taking.class, Seams.guard(Taking.class, new Fussy()));

    assertThatViolation(() -> taking.take("long")).blames(OVERRIDE).quoting("text.length() < 3");
  }

  @Test
  void a_checking_proxy_in_front_of_a_jdk_proxy_refuses_before_any_work() {
    HonestVault supplier = new HonestVault();
    Vault vault = Seams.guard(Vault.class, passing(Vault.class, supplier));

    assertThatViolation(() -> vault.withdraw(-1)).blames(CLIENT);
    assertThat(supplier.calls).isZero();
  }

  @Test
  void the_class_asks_more_than_a_view_that_asks_nothing() {
    Promising promising = Seams.guard(Promising.class, new Demanding());

    assertThatViolation(() -> promising.give(-1)).blames(OVERRIDE).quoting("n >= 0");
  }

  @Test
  void a_declaration_that_cannot_be_evaluated_accepts_nothing() {
    Taking taking = Seams.guard(Taking.class, new Fussy());

    assertThatViolation(() -> taking.take(null))
        .blames(CLIENT)
        .quoting("text != null")
        .notEvaluable("text.length() < 3");
  }

  @Test
  void a_view_that_cannot_be_evaluated_makes_no_contradiction() {
    Measuring measuring = Seams.guard(Measuring.class, new Careful());

    assertThatRecord(() -> measuring.measure(null))
        .blames(CONTRACT)
        .quoting("text != null")
        .notEvaluable("text.length() > 0");
  }

  @Test
  void a_clause_that_is_off_is_no_acceptance() {
    Modes.set("WovenHierarchyIT$Promised.take#short", Mode.OFF);
    Promised promised = new Promised();

    assertThatViolation(() -> promised.take(null)).blames(CLIENT).quoting("text != null");
  }

  @Test
  void what_a_superclass_asks_behind_a_jdk_proxy_is_reported_once() {
    Modes.set("WovenHierarchyIT$Counting", Mode.OBSERVE);
    Modes.set("WovenHierarchyIT$Counter", Mode.OBSERVE);
    Counting counting = passing(Counting.class, new SeamCounter());

    assertThatRecord(() -> counting.count(-1)).blames(CLIENT).quoting("n > 1").alsoFalse("n > 0");
  }

  @Test
  void what_a_superclass_promises_behind_a_jdk_proxy_is_reported_once() {
    Taking taking = passing(Taking.class, new Taker());

    assertThatRecord(() -> taking.take("no")).blames(CONTRACT).quoting("text.charAt(4) == 'x'");
  }

  @Tag("made-at-run-time")
  @Test
  void what_was_reported_behind_a_jdk_proxy_hides_no_later_handoff() {
    Modes.set("WovenHierarchyIT$High", Mode.OBSERVE);
    Low behind = passing(High.class, text -> {});
    Low acting =
        (Low)
            Proxy.newProxyInstance(
                Low.class.getClassLoader(),
                new Class<?>[] {Low.class},
                (proxy, method, arguments) -> null);

    // The precondition is false at the proxy too, which therefore asks no guarantee.
    assertThat(recordedBy(() -> behind.take("no"))).hasSize(2);
    assertThatRecord(() -> acting.take("no")).blames(CONTRACT).quoting("text.charAt(8) == 'x'");
  }

  @Test
  void the_bridge_of_a_covariant_result_is_no_client() {
    Making making = new Narrow();

    assertThatViolation(() -> making.make(-1))
        .blames(CLIENT)
        .client(WovenHierarchyIT.class, "the_bridge_of_a_covariant_result_is_no_client");
  }

  @Test
  void the_bridge_of_a_subclass_is_no_client() {
    Making making = new Late();

    assertThatViolation(() -> making.make(7))
        .blames(SUPPLIER)
        .client(WovenHierarchyIT.class, "the_bridge_of_a_subclass_is_no_client")
        .supplier(Late.class);
  }

  @Test
  void a_default_method_that_a_covariant_override_calls_is_no_handoff() {
    Modes.set("WovenHierarchyIT$Giving", Mode.OBSERVE);
    Giving<String> giving = new Given();

    assertThatRecord(() -> giving.give(""))
        .blames(SUPPLIER)
        .client(
            WovenHierarchyIT.class,
            "a_default_method_that_a_covariant_override_calls_is_no_handoff");
  }

  @Test
  void a_jdk_proxy_in_front_of_a_body_from_outside_its_interface_is_no_client() {
    Stating stating = passing(Stating.class, new Stated());

    assertThatRecord(() -> stating.take("no"))
        .blames(CONTRACT)
        .client(
            WovenHierarchyIT.class,
            "a_jdk_proxy_in_front_of_a_body_from_outside_its_interface_is_no_client")
        .supplier(Stated.class);
  }

  @Test
  void a_default_method_of_a_lambda_is_its_makers() {
    Halves halves = n -> n;

    assertThatViolation(() -> halves.none(1)).blames(SUPPLIER).supplier(WovenHierarchyIT.class);
  }

  private static <S> S passing(Class<S> seam, S supplier) {
    return seam.cast(
        Proxy.newProxyInstance(
            seam.getClassLoader(), new Class<?>[] {seam}, new Passing(supplier)));
  }

  private record Passing(Object supplier) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(supplier, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  /** A seam. */
  public interface Taking {
    @Requires("text != null")
    @Ensures("text.charAt(8) == 'x'")
    void take(String text);
  }

  /** Asks more. */
  static class Fussy implements Taking {
    @Override
    @Requires("text.length() < 3")
    public void take(String text) {}
  }

  /** Has a contract of its own, and knows of no seam. */
  static class Promiser {
    @Ensures("text.charAt(4) == 'x'")
    public void take(String text) {}
  }

  static final class Taker extends Promiser implements Taking {}

  /** No seam. */
  public interface Stating {
    void take(String text);
  }

  static final class Stated extends Promiser implements Stating {}

  /** A seam. */
  public interface Counting {
    @Requires("n > 0")
    void count(int n);
  }

  /** Has a contract of its own, and knows of no seam. */
  static class Counter {
    @Requires("n > 1")
    public void count(int n) {}
  }

  static final class SeamCounter extends Counter implements Counting {}

  /** A seam that promises. */
  public interface Low {
    @Ensures("text.charAt(8) == 'x'")
    void take(String text);
  }

  /** A seam that asks as well. */
  public interface High extends Low {
    @Override
    @Requires("text.length() > 3")
    void take(String text);
  }

  /** Asks more, but not now. */
  static final class Promised implements Taking {
    @Override
    @Requires(value = "text == null", name = "short")
    @Ensures("text == null")
    public void take(String text) {}
  }

  /** A seam that asks nothing. */
  public interface Promising {
    @Ensures("result >= n")
    int give(int n);
  }

  static final class Demanding implements Promising {
    @Override
    @Requires("n >= 0")
    public int give(int n) {
      return n;
    }
  }

  /** A seam whose clause may throw. */
  public interface Measuring {
    @Requires("text.length() > 0")
    void measure(String text);
  }

  static final class Careful implements Measuring {
    @Override
    @Requires("text != null")
    public void measure(String text) {}
  }

  /** A seam with a wide result. */
  public interface Making {
    @Requires("n >= 0")
    Object make(int n);
  }

  static class Narrow implements Making {
    @Override
    public String make(int n) {
      return "a";
    }
  }

  /** Has a contract of its own, and no wide result. */
  static class Strings {
    @Ensures("result.equals(\"b\")")
    public String make(int n) {
      return "a";
    }
  }

  /** Here javac writes a bridge to the body that is inherited. */
  static final class Late extends Strings implements Making {}

  /** A generic seam with a body. */
  public interface Giving<T> {
    @Ensures("result != null")
    default T give(T value) {
      return null;
    }
  }

  static final class Given implements Giving<String> {
    @Override
    @Requires("value != null")
    public String give(String value) {
      return Giving.super.give(value);
    }
  }

  /** A functional seam with a default method. */
  public interface Halves {
    int half(int n);

    @Ensures("result == 0")
    default int none(int n) {
      return half(n);
    }
  }
}
