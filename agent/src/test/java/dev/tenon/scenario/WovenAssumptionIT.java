package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.GAP;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import dev.tenon.scenario.auditing.AuditingView;
import dev.tenon.scenario.auditing.Auditor;
import dev.tenon.scenario.buying.Buyer;
import dev.tenon.scenario.buying.CallerForms;
import dev.tenon.scenario.pricing.Jar;
import dev.tenon.scenario.pricing.LeakyJar;
import dev.tenon.scenario.pricing.Pricing;
import dev.tenon.scenario.pricing.Scripted;
import dev.tenon.scenario.pricing.Scripted$$SpringCGLIB$$0;
import dev.tenon.scenario.pricing.Ticket;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client assumes, at its own calls. */
class WovenAssumptionIT implements Scenario {

  static Set<String> forms() {
    return CallerForms.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void every_form_of_a_call_is_judged(String form) {
    Pricing free = new CallerForms.SpecialSupplier(0);
    Pricing honest = new CallerForms.SpecialSupplier(5);

    Violation violation =
        assertThatViolation(() -> CallerForms.all().get(form).applyAsInt(free))
            .blames(GAP)
            .quoting("result > 0")
            .violation();
    assertThat(violation.client().component()).isEqualTo("buying");
    assertThat(violation.client().file()).isEqualTo("CallerForms.java");
    assertThat(violation.client().line()).isPositive();
    assertThat(recordedBy(() -> CallerForms.all().get(form).applyAsInt(honest))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void every_form_is_told_of_what_is_judged_behind_it(String form) {
    Modes.set("pricing.Pricing", Mode.OBSERVE);
    Pricing broken = new CallerForms.SpecialSupplier(-2);

    for (int i = 0; i < 3; i++) {
      assertThatRecord(() -> CallerForms.all().get(form).applyAsInt(broken)).blames(SUPPLIER);
    }
  }

  @Test
  void a_class_outside_the_component_is_not_judged() {
    Pricing free = new Scripted(0);

    assertThat(recordedBy(() -> assertThat(free.quote("", 1)).isZero())).isEmpty();
  }

  @Test
  void a_call_on_nothing_fails_as_it_does_without_a_view() {
    assertThat(catchThrowable(() -> new Buyer(null).price("", 1)))
        .isInstanceOf(NullPointerException.class)
        .hasNoSuppressedExceptions();
  }

  @Test
  void what_is_off_is_no_promise() {
    Modes.set("pricing.Pricing", Mode.OFF);
    Buyer buyer = new Buyer(new Scripted(-2));

    Violation violation = assertThatViolation(() -> buyer.price("tea", 1)).blames(GAP).violation();

    assertThat(violation.against()).isEmpty();
  }

  @Test
  void a_view_that_is_off_says_nothing() {
    Modes.set("buying.BuyingView", Mode.OFF);
    Buyer buyer = new Buyer(new Scripted(0));

    assertThat(recordedBy(() -> buyer.price("", 1))).isEmpty();
  }

  @Test
  void who_owns_the_call_is_judged_also_behind_another_client() {
    Pricing passing =
        new Scripted(3) {
          @Override
          public int quote(String what, int pieces) {
            return Auditor.price(new Scripted(3), what);
          }
        };
    Buyer buyer = new Buyer(passing);

    Violation violation = assertThatViolation(() -> buyer.price("tea", 1)).blames(GAP).violation();

    assertThat(violation.client().component()).isEqualTo("auditing");
  }

  @Test
  void a_client_with_a_broken_promise_relies_on_nothing_behind_a_proxy_either() {
    Modes.set("auditing..*", Mode.OBSERVE);
    Pricing guarded = Seams.guard(Pricing.class, new Scripted(1), AuditingView.class);

    assertThatRecord(() -> Auditor.price(guarded, "tea", 2)).blames(CLIENT).quoting("pieces == 1");
    assertThatRecord(() -> Auditor.price(guarded, "tea", 1)).blames(GAP);
  }

  @Test
  void a_supplier_that_no_agent_can_weave_is_asked_by_the_clients_guard() throws Exception {
    Buyer broken = new Buyer(hidden(-2));
    Buyer free = new Buyer(hidden(0));

    assertThatViolation(() -> broken.price("tea", 1)).blames(SUPPLIER).quoting("result >= -1");
    assertThatViolation(() -> free.price("tea", 1)).blames(GAP);
  }

  @Tag("made-at-run-time")
  @Test
  void what_such_a_supplier_promises_of_old_values_is_not_known() throws Exception {
    Buyer buyer = new Buyer(hidden(-2));

    assertThatRecord(() -> buyer.order(1))
        .blames(CONTRACT)
        .quoting("ordered() == old(ordered()) + pieces");
  }

  @Tag("made-at-run-time")
  @Test
  void whether_such_a_supplier_had_to_throw_is_not_known_either() throws Exception {
    Ticket broken = defined("HiddenTicket", Ticket.class, -1);
    Ticket little = defined("HiddenTicket", Ticket.class, 0);

    assertThatViolation(() -> Buyer.sell(broken, 2)).blames(SUPPLIER).quoting("result >= 0");
    assertThatRecord(() -> Buyer.sell(little, 2)).blames(CONTRACT).quoting("result == pieces");
  }

  @Test
  void what_stands_in_front_of_a_supplier_hides_nothing() {
    Modes.set("buying.BuyingView", Mode.OBSERVE);
    Buyer buyer = new Buyer(new Scripted$$SpringCGLIB$$0(3));
    Buyer free = new Buyer(new Scripted$$SpringCGLIB$$0(0));

    assertThatViolation(() -> buyer.price("", -1))
        .blames(CLIENT)
        .quoting("pieces >= 0")
        .alsoFalse("!what.isEmpty()")
        .supplier(Scripted.class);
    assertThat(assertThatRecord(() -> free.price("tea", 1)).blames(GAP).violation().against())
        .hasSize(1);
  }

  @Test
  void what_swallows_a_violation_between_makes_no_second_one() {
    Scripted broken = new Scripted(-2);
    Pricing swallowing =
        (Pricing)
            Proxy.newProxyInstance(
                Pricing.class.getClassLoader(),
                new Class<?>[] {Pricing.class},
                (proxy, method, arguments) -> {
                  try {
                    return method.invoke(broken, arguments);
                  } catch (InvocationTargetException refused) {
                    return 0;
                  }
                });
    Buyer buyer = new Buyer(swallowing);

    assertThatRecord(() -> assertThat(buyer.price("tea", 1)).isZero()).blames(SUPPLIER);
  }

  private static Pricing hidden(int answer) throws IOException, ReflectiveOperationException {
    return defined("Hidden", Pricing.class, answer);
  }

  private static <S> S defined(String name, Class<S> seam, int answer)
      throws IOException, ReflectiveOperationException {
    try (InputStream file =
        WovenAssumptionIT.class.getResourceAsStream("WovenAssumptionIT$" + name + ".class")) {
      return seam.cast(
          MethodHandles.lookup()
              .defineHiddenClass(file.readAllBytes(), true)
              .lookupClass()
              .getDeclaredConstructor(int.class)
              .newInstance(answer));
    }
  }

  /** The same for another seam. */
  static final class HiddenTicket implements Ticket {

    private final int answer;

    HiddenTicket(int answer) {
      this.answer = answer;
    }

    @Override
    public int sell(int pieces) {
      return answer;
    }
  }

  /** Defined once more where no agent sees it. */
  static final class Hidden implements Pricing {

    private final int answer;
    private int ordered;

    Hidden(int answer) {
      this.answer = answer;
    }

    @Override
    public int quote(String what, int pieces) {
      return answer;
    }

    @Override
    public void order(int pieces) {
      ordered += answer;
    }

    @Override
    public int ordered() {
      return ordered;
    }

    @Override
    public int find(String what) {
      return answer;
    }
  }

  @Test
  void what_two_threads_may_have_changed_is_no_gap_until_that_is_known() throws Exception {
    Jar jar = new LeakyJar();
    Buyer.fill(jar, 1);
    assertThatViolation(() -> Buyer.fill(jar, 10)).blames(GAP);

    Thread other = new Thread(() -> Buyer.fill(jar, 1));
    other.start();
    other.join();

    assertThatRecord(() -> Buyer.fill(jar, 10)).blames(CONTRACT).isA(ClauseKind.ASSUMPTION);
    assertThatViolation(() -> Buyer.fill(jar, 10)).blames(GAP);
  }

  @Test
  void a_stack_trace_shows_no_frame_of_ours() {
    IllegalStateException own = new IllegalStateException("closed");
    Buyer buyer =
        new Buyer(
            new Scripted(
                () -> {
                  throw own;
                }));

    assertThat(catchThrowable(() -> buyer.price("tea", 1))).isSameAs(own);

    Set<String> classes =
        Arrays.stream(own.getStackTrace())
            .map(StackTraceElement::getClassName)
            .collect(Collectors.toSet());
    assertThat(classes).noneMatch(name -> name.startsWith("dev.tenon.internal"));
    assertThat(classes).noneMatch(name -> name.startsWith("java.lang.invoke"));
  }
}
