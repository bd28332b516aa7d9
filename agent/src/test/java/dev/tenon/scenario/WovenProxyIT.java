package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import dev.tenon.verdict.ContractViolation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** JDK proxies, with and without a supplier behind them. */
class WovenProxyIT implements Scenario {

  @Tag("made-at-run-time")
  @Test
  void one_that_does_the_work_itself_is_checked() {
    Remote remote = new Remote();
    Vault vault = proxy(remote);

    assertThatViolation(() -> vault.withdraw(-1))
        .blames(CLIENT)
        .client(WovenProxyIT.class, "one_that_does_the_work_itself_is_checked")
        .supplier(Remote.class);
    assertThat(remote.calls).doesNotContain("withdraw");
    assertThatViolation(() -> vault.withdraw(5)).blames(SUPPLIER).supplier(Remote.class);
  }

  @Tag("made-at-run-time")
  @Test
  void a_lambda_that_does_the_work_is_named_by_its_class() {
    Vault vault = proxy((proxy, method, arguments) -> -1);

    assertThatViolation(() -> vault.note("a")).blames(SUPPLIER).supplier(WovenProxyIT.class);
  }

  @Test
  void the_supplier_behind_one_reports_once() {
    Modes.set("Vault", Mode.OBSERVE);
    Vault vault = proxy(new Passing(new LossyVault()));

    assertThatRecord(() -> vault.withdraw(-1)).blames(CLIENT).supplier(LossyVault.class);
    assertThatRecord(() -> vault.withdraw(5)).blames(SUPPLIER).supplier(LossyVault.class);
  }

  @Test
  void the_same_bad_call_twice_is_two() {
    Modes.set("Vault", Mode.OBSERVE);
    Vault vault = proxy(new Passing(new HonestVault()));

    assertThat(
            recordedBy(
                () -> {
                  vault.withdraw(-1);
                  vault.withdraw(-1);
                }))
        .hasSize(2);
  }

  @Test
  void two_in_front_report_once_and_the_next_direct_call_again() {
    Modes.set("Vault", Mode.OBSERVE);
    LossyVault supplier = new LossyVault();
    Vault vault = proxy(new Passing(proxy(new Passing(supplier))));

    assertThatRecord(() -> vault.withdraw(5)).blames(SUPPLIER).supplier(LossyVault.class);
    assertThatRecord(() -> supplier.withdraw(5)).blames(SUPPLIER);
    assertThatRecord(() -> vault.withdraw(-5)).blames(CLIENT);
    assertThatRecord(() -> supplier.withdraw(-5)).blames(CLIENT);
  }

  @Test
  void a_checking_proxy_and_jdk_proxies_in_any_order_report_once() {
    Modes.set("Vault", Mode.OBSERVE);
    Vault inside = proxy(new Passing(Seams.guard(Vault.class, new LossyVault())));
    Vault outside = Seams.guard(Vault.class, proxy(new Passing(new LossyVault())));

    for (Vault vault : List.of(inside, outside)) {
      assertThatRecord(() -> vault.withdraw(-5)).blames(CLIENT);
      assertThatRecord(() -> vault.withdraw(5)).blames(SUPPLIER);
    }
  }

  @Test
  void the_fingerprint_is_that_of_a_direct_call() {
    Vault supplier = new HonestVault();

    List<String> fingerprints = new ArrayList<>();
    for (Vault vault : List.of(supplier, proxy(new Passing(supplier)))) {
      fingerprints.add(assertThatViolation(() -> vault.withdraw(-1)).violation().fingerprint());
    }

    assertThat(fingerprints.get(0)).isEqualTo(fingerprints.get(1));
  }

  @Tag("made-at-run-time")
  @Test
  void an_interceptor_that_refuses_first_keeps_its_exception() {
    IllegalArgumentException refusal = new IllegalArgumentException("validated elsewhere");
    Vault target = new HonestVault();
    Vault vault =
        proxy(
            new InvocationHandler() {
              private final Vault behind = target;

              @Override
              public Object invoke(Object proxy, Method method, Object[] arguments) {
                assertThat(behind.balance()).isPositive();
                throw refusal;
              }
            });

    long before = Seams.ledger().violations(CLIENT);
    assertThatThrownBy(() -> vault.withdraw(-1)).isSameAs(refusal);
    assertThat(Seams.ledger().violations(CLIENT) - before).isEqualTo(1);
    assertThat(refusal.getSuppressed()).singleElement().isInstanceOf(ContractViolation.class);
  }

  @Tag("made-at-run-time")
  @Test
  void a_handler_that_never_reaches_its_supplier_is_judged_itself() {
    Vault target = new HonestVault();
    Vault vault = proxy(new Forgetting(target));

    assertThatViolation(() -> vault.withdraw(-1)).blames(CLIENT);
  }

  private static Vault proxy(InvocationHandler handler) {
    return (Vault)
        Proxy.newProxyInstance(Vault.class.getClassLoader(), new Class<?>[] {Vault.class}, handler);
  }

  private record Passing(Vault vault) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(vault, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  private record Forgetting(Vault vault) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      return method.getName().equals("balance") ? vault.balance() : -1L;
    }
  }

  private static final class Remote implements InvocationHandler {

    private final List<String> calls = new ArrayList<>();

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      calls.add(method.getName());
      return method.getName().equals("balance") ? 100L : 0L;
    }
  }
}
