package dev.tenon.scenario;

import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.contract.Component;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Site;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

class PartiesIT implements Scenario {

  @EveryDoor
  void client_and_supplier_are_named_by_component_class_method_and_line(Door door) {
    Vault vault = door.guard(Vault.class, new HonestVault());

    Site client = assertThatViolation(() -> Till.pay(vault, -1)).violation().client();

    assertThat(client.component()).isEqualTo("checkout");
    assertThat(client.className()).isEqualTo(Till.class.getName());
    assertThat(client.method()).isEqualTo("pay");
    assertThat(client.file()).isEqualTo("PartiesIT.java");
    assertThat(client.line()).isPositive();
  }

  @EveryDoor
  void reflection_is_no_party(Door door) throws Exception {
    Vault vault = door.guard(Vault.class, new HonestVault());
    Method withdraw = Vault.class.getMethod("withdraw", long.class);

    Throwable thrown = catchThrowable(() -> withdraw.invoke(vault, -1L));

    assertThat(thrown).isInstanceOf(InvocationTargetException.class);
    ContractViolation violation = (ContractViolation) thrown.getCause();
    assertThat(violation.violation().client().className()).isEqualTo(PartiesIT.class.getName());
  }

  @EveryDoor
  void a_jdk_proxy_in_between_is_no_party(Door door) {
    Vault vault = door.guard(Vault.class, new HonestVault());
    Vault between =
        (Vault)
            Proxy.newProxyInstance(
                Vault.class.getClassLoader(), new Class<?>[] {Vault.class}, new Passing(vault));

    assertThatViolation(() -> Till.pay(between, -1)).supplier(HonestVault.class);
  }

  @EveryDoor
  void a_lambda_is_named_by_the_method_around_it(Door door) {
    Vault vault = door.guard(Vault.class, new HonestVault());

    assertThatViolation(() -> List.of(-1L).forEach(amount -> vault.withdraw(amount)))
        .client(PartiesIT.class, "a_lambda_is_named_by_the_method_around_it");
  }

  @EveryDoor
  void a_client_that_no_frame_shows_is_unknown(Door door) throws Exception {
    Vault vault = door.guard(Vault.class, new HonestVault());
    ContractViolation[] seen = new ContractViolation[1];
    // A bound method handle as the thread's task: no frame of the application is on the stack.
    Runnable task =
        MethodHandleProxies.asInterfaceInstance(
            Runnable.class,
            MethodHandles.insertArguments(
                MethodHandles.lookup()
                    .findVirtual(
                        Vault.class, "label", MethodType.methodType(void.class, String.class)),
                0,
                vault,
                null));
    Thread thread = new Thread(task);
    thread.setUncaughtExceptionHandler((failed, thrown) -> seen[0] = (ContractViolation) thrown);
    thread.start();
    thread.join();

    assertThat(seen[0].violation().client().isKnown()).isFalse();
    assertThat(seen[0].getMessage()).contains("client    unknown");
  }

  /** Another component. */
  @Component("checkout")
  static final class Till {

    private Till() {}

    static long pay(Vault vault, long amount) {
      return vault.withdraw(amount);
    }
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
}
