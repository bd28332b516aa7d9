package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.OVERRIDE;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import dev.tenon.contract.Requires;
import dev.tenon.model.Mode;
import dev.tenon.verdict.Violation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The static type that a client calls through decides who is to blame, also in woven code. */
class WovenViewIT implements Scenario {

  private final Both both = new Both();
  private final Strict strict = both;
  private final Lax lax = both;

  @Test
  void a_view_that_forbids_what_an_unrelated_one_accepts_is_the_clients() {
    assertThatViolation(() -> strict.take(-1)).blames(CLIENT).quoting("n > 0");
  }

  @Test
  void a_view_that_forbids_what_its_override_accepts_makes_it_latent() {
    Strict weakened = new Weakened();

    assertLatent(() -> weakened.take(-1));
  }

  @Test
  void a_view_that_accepts_what_another_forbids_is_contradicted() {
    assertThatViolation(() -> lax.take(-1)).blames(OVERRIDE).quoting("n > 0");
  }

  @Test
  void the_class_is_a_view_that_sees_all_it_implements() {
    assertThatViolation(() -> both.take(-1)).blames(CLIENT);
  }

  @Test
  void a_view_without_clauses_promises_nothing() {
    Plain plain = both;

    assertThatViolation(() -> plain.take(-10)).blames(OVERRIDE);
  }

  @Test
  void two_views_on_one_line_are_told_apart() {
    Modes.set("WovenViewIT$*", Mode.OBSERVE);

    assertThatRecords(
        () -> {
          lax.take(strict.take(-1));
        },
        "CLIENT",
        "OVERRIDE");
    assertThatRecords(
        () -> {
          strict.take(lax.take(-1));
        },
        "OVERRIDE",
        "CLIENT");
  }

  @Test
  void a_call_through_this_has_the_class_as_its_view() {
    assertThatViolation(() -> both.takeAgain(-1)).blames(CLIENT);
  }

  @Test
  void a_loop_calls_through_one_view_each_time() {
    Modes.set("WovenViewIT$*", Mode.OBSERVE);

    assertThatRecords(
        () -> {
          for (Plain plain : List.<Plain>of(both, both)) {
            plain.take(-10);
          }
        },
        "OVERRIDE",
        "OVERRIDE");
  }

  @Test
  void the_same_place_twice_on_the_stack_is_one_view() {
    Modes.set("WovenViewIT$*", Mode.OBSERVE);

    assertThatRecords(() -> nested(2), "CLIENT", "CLIENT");
  }

  private int nested(int depth) {
    return depth == 0 ? 0 : strict.run(-1, () -> nested(depth - 1));
  }

  @Test
  void a_generic_view_is_found_through_its_bridge() {
    Generic<Integer> generic = new Numbers();
    Modes.set("WovenViewIT$*", Mode.OBSERVE);

    assertThatRecord(() -> generic.put(-1)).blames(OVERRIDE).quoting("value > 0");
    assertThatRecord(() -> new Numbers().put(-1)).blames(CLIENT);
  }

  @Test
  void a_jdk_proxy_in_between_changes_no_view() {
    Lax proxied = passing(Lax.class, both);
    Strict other = passing(Strict.class, both);

    assertThatViolation(() -> proxied.take(-1)).blames(OVERRIDE);
    assertThatViolation(() -> other.take(-1)).blames(CLIENT);
  }

  @Test
  void a_generated_subclass_in_between_changes_no_view() {
    Lax front = new Both$$SpringCGLIB$$0();

    assertThatViolation(() -> front.take(-1)).blames(OVERRIDE);
  }

  @Test
  void reflection_hides_the_view_also_beside_a_call() throws Exception {
    Method take = Lax.class.getMethod("take", int.class);

    assertUnknown(() -> take.invoke(both, -1));
    assertUnknown(
        () -> {
          strict.take(1);
          take.invoke(both, -1);
          strict.take(1);
        });
  }

  @Test
  void a_method_handle_hides_the_view() throws Exception {
    MethodHandle take =
        MethodHandles.lookup()
            .findVirtual(Lax.class, "take", MethodType.methodType(int.class, int.class));

    assertUnknown(
        () -> {
          int unused = (int) take.invokeExact(lax, -1);
        });
  }

  @Test
  void a_method_reference_hides_the_view() {
    IntUnaryOperator taking = lax::take;
    Strict referring = lax::take;

    assertUnknown(() -> taking.applyAsInt(-1));
    assertUnknown(() -> IntStream.of(-1).map(strict::take).sum());
    // The reference is a supplier of its own: what it passes on to is another handoff.
    assertThatViolation(() -> referring.take(-1)).blames(CLIENT);
  }

  @Test
  void the_body_of_a_lambda_calls_as_any_other_code() {
    assertThatViolation(() -> IntStream.of(-1).map(n -> lax.take(n)).sum()).blames(OVERRIDE);
  }

  @Test
  void an_overload_is_another_operation() {
    Modes.set("WovenViewIT$*", Mode.OBSERVE);

    assertThatRecords(
        () -> {
          lax.take(-1);
          strict.take(1, 1);
        },
        "OVERRIDE");
  }

  @Test
  void reading_the_client_leaves_its_lambdas_as_they_are() throws Throwable {
    Runnable before = lambda();
    assertThatViolation(() -> lax.take(-1)).blames(OVERRIDE);

    assertThat(lambda()).isSameAs(before);
    assertThat(Seams.status().errors()).isZero();
  }

  private static Runnable lambda() {
    return () -> {};
  }

  private static void assertLatent(ThrowingCallable call) {
    assertThat(assertThatRecord(call).blames(CLIENT).quoting("n > 0").violation().isLatent())
        .isTrue();
  }

  private static void assertUnknown(ThrowingCallable call) {
    assertThatRecord(call).blames(CONTRACT);
  }

  private static void assertThatRecords(ThrowingCallable call, String... expected) {
    assertThat(recordedBy(call)).extracting(WovenViewIT::shown).containsExactly(expected);
  }

  private static String shown(Violation violation) {
    return violation.blamed() + (violation.isLatent() ? " latent" : "");
  }

  private static <S> S passing(Class<S> seam, Object supplier) {
    return seam.cast(
        Proxy.newProxyInstance(
            seam.getClassLoader(),
            new Class<?>[] {seam},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(supplier, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** No seam. */
  public interface Plain {
    int take(int n);
  }

  /** Asks much. */
  public interface Strict extends Plain {
    @Override
    @Requires("n > 0")
    int take(int n);

    default int take(int n, int more) {
      return n;
    }

    @Requires("n > 0")
    default int run(int n, IntSupplier work) {
      return 0;
    }
  }

  /** Asks little. */
  public interface Lax extends Plain {
    @Override
    @Requires("n > -9")
    int take(int n);

    @Requires("n > -9")
    default int run(int n, IntSupplier work) {
      return 0;
    }
  }

  static class Both implements Strict, Lax {
    @Override
    public int take(int n) {
      return n;
    }

    @Override
    public int run(int n, IntSupplier work) {
      return work.getAsInt();
    }

    int takeAgain(int n) {
      return take(n);
    }
  }

  static final class Weakened implements Strict {
    @Override
    @Requires("n > -9")
    public int take(int n) {
      return n;
    }
  }

  /** As CGLIB makes them. */
  @SuppressWarnings("checkstyle:TypeName")
  static final class Both$$SpringCGLIB$$0 extends Both {
    @Override
    public int take(int n) {
      return super.take(n);
    }
  }

  /** A generic seam. */
  public interface Generic<T> {
    @Requires("value != null")
    void put(T value);
  }

  static final class Numbers implements Generic<Integer> {
    @Override
    @Requires("value > 0")
    public void put(Integer value) {}
  }
}
