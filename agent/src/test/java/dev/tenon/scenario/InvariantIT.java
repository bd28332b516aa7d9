package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static dev.tenon.verdict.ClauseKind.INVARIANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.Seams;
import dev.tenon.contract.Invariant;
import dev.tenon.model.Mode;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Invariants of interfaces, which have every door. */
class InvariantIT implements Scenario {

  @EveryDoor
  void a_call_that_leaves_it_false_blames_the_supplier(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());

    assertThatViolation(() -> span.low(11))
        .blames(SUPPLIER)
        .isA(INVARIANT)
        .of("low")
        .quoting("low() <= high()")
        .seeing("low()", "11")
        .seeing("high()", "10")
        .client(InvariantIT.class, "a_call_that_leaves_it_false_blames_the_supplier")
        .supplier(LooseSpan.class);
  }

  @EveryDoor
  void a_call_that_keeps_it_passes(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());

    assertThat(recordedBy(() -> span.low(7))).isEmpty();
    assertThat(span.low()).isEqualTo(7);
  }

  @EveryDoor
  void of_two_invariants_the_false_one_is_reported(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());

    assertThatViolation(() -> span.low(-1)).quoting("low() >= 0").alsoFalse();
  }

  @EveryDoor
  void of_two_false_ones_the_first_is_reported_and_both_are_listed(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());
    Modes.set("Span", Mode.OBSERVE);
    span.high(-3);

    assertThatRecord(() -> span.low(-1)).quoting("low() <= high()").alsoFalse("low() >= 0");
  }

  @EveryDoor
  void an_observed_one_is_recorded_at_each_exit(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());
    Modes.set("Span", Mode.OBSERVE);

    assertThatRecord(() -> span.low(11)).blames(SUPPLIER).of("low");
    assertThatRecord(() -> span.touch(1)).blames(SUPPLIER).of("touch");
    assertThat(recordedBy(() -> span.high(12))).isEmpty();
  }

  @EveryDoor
  void a_pure_operation_is_not_judged(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());
    Modes.set("Span", Mode.OBSERVE);
    span.low(11);

    assertThat(recordedBy(() -> assertThat(span.low()).isEqualTo(11))).isEmpty();
  }

  @EveryDoor
  void off_it_is_nobodys_affair_until_it_is_on_again(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());
    Modes.set("Span#ordered", Mode.OFF);

    assertThat(recordedBy(() -> span.low(11))).isEmpty();
    Modes.set("Span#ordered", Mode.ENFORCE);
    assertThatViolation(() -> span.touch(1)).quoting("low() <= high()").of("touch");
  }

  @EveryDoor
  void an_off_seam_keeps_no_invariant(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());

    Modes.set("Span", Mode.OFF);
    assertThat(recordedBy(() -> span.low(11))).isEmpty();
    Modes.set("Span", Mode.ENFORCE);

    assertThatViolation(() -> span.touch(1)).blames(SUPPLIER);
  }

  @EveryDoor
  void a_refused_call_is_no_exit(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());
    Modes.set("Span#ordered", Mode.OBSERVE);
    span.low(11);

    assertThat(
            recordedBy(
                () ->
                    assertThat(catchThrowable(() -> span.touch(0)))
                        .isInstanceOf(ContractViolation.class)))
        .singleElement()
        .extracting(Violation::blamed)
        .isEqualTo(CLIENT);
  }

  @EveryDoor
  void what_is_thrown_passes_and_carries_the_violation(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());

    Throwable[] thrown = new Throwable[1];
    assertThatRecord(() -> thrown[0] = catchThrowable(() -> span.low(99)))
        .blames(SUPPLIER)
        .isA(INVARIANT)
        .seeing("low()", "99");
    assertThat(thrown[0]).isExactlyInstanceOf(IllegalStateException.class).hasMessage("99");
    assertThat(thrown[0].getSuppressed()).singleElement().isInstanceOf(ContractViolation.class);
  }

  @EveryDoor
  void an_object_may_break_it_inside_its_own_calls(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());

    for (int i = 0; i < 5; i++) {
      assertThat(recordedBy(() -> span.move(20))).isEmpty();
    }
    assertThat(span.low()).isEqualTo(100);
  }

  @EveryDoor
  void a_call_from_outside_into_an_open_object_is_recorded_as_that(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());
    Visitor visitor = new Visitor(span);

    for (int i = 0; i < 3; i++) {
      Violation reentry =
          assertThatRecord(() -> span.during(visitor)).blames(CONTRACT).isA(INVARIANT).violation();

      assertThat(reentry.cause()).get().extracting(Cause::kind).isEqualTo(Cause.Kind.REENTRY);
      assertThat(reentry.operation().name()).isEqualTo("touch");
    }
  }

  @EveryDoor
  void a_callback_that_leaves_an_open_object_alone_is_none(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());

    assertThat(recordedBy(() -> span.during(() -> {}))).isEmpty();
  }

  @EveryDoor
  void another_object_broken_inside_an_open_one_is_the_suppliers(Door door) {
    Span open = door.guard(Span.class, new LooseSpan());

    for (int i = 0; i < 3; i++) {
      Span other = door.guard(Span.class, new LooseSpan());
      List<Violation> recorded =
          recordedBy(() -> open.during(() -> catchThrowable(() -> other.low(11))));

      assertThat(recorded).singleElement().extracting(Violation::blamed).isEqualTo(SUPPLIER);
    }
  }

  @EveryDoor
  void once_it_is_known_which_are_open_it_is_thrown_there_as_well(Door door) {
    Span open = door.guard(Span.class, new LooseSpan());
    Span first = door.guard(Span.class, new LooseSpan());
    Span second = door.guard(Span.class, new LooseSpan());
    recordedBy(() -> open.during(() -> catchThrowable(() -> first.low(11))));

    assertThat(
            recordedBy(
                () ->
                    open.during(() -> assertThatViolation(() -> second.low(11)).blames(SUPPLIER))))
        .hasSize(1);
  }

  @EveryDoor
  void one_that_throws_decides_nothing(Door door) {
    Brittle brittle = door.guard(Brittle.class, new NullBrittle());

    assertThatRecord(brittle::work).blames(CONTRACT).isA(INVARIANT).quoting("!text().isEmpty()");
  }

  @EveryDoor
  void one_that_asks_a_judged_operation_ends(Door door) {
    Answering supplier = new Answering();
    Asking asking = door.guard(Asking.class, supplier);

    assertThat(recordedBy(asking::work)).isEmpty();
    assertThat(recordedBy(asking::isRight)).isEmpty();
    supplier.answer = false;
    assertThatViolation(asking::work).blames(SUPPLIER).quoting("isRight()");
    assertThatViolation(asking::isRight).blames(SUPPLIER).of("isRight");
  }

  @EveryDoor
  void one_of_a_lambda_is_its_makers(Door door) {
    Gauge gauge = door.guard(Gauge.class, () -> -1);

    assertThatViolation(gauge::reset).blames(SUPPLIER).supplier(InvariantIT.class);
  }

  @EveryDoor
  void behind_jdk_proxies_it_is_reported_once(Door door) {
    Modes.set("Span", Mode.OBSERVE);
    Span inside = passing(passing(door.guard(Span.class, new LooseSpan())));
    Span outside = door.guard(Span.class, passing(new LooseSpan()));

    assertThatRecord(() -> inside.low(11)).blames(SUPPLIER).supplier(LooseSpan.class);
    assertThatRecord(() -> outside.low(11)).blames(SUPPLIER);
    assertThatRecord(() -> outside.low(12)).blames(SUPPLIER);
  }

  @EveryDoor
  void behind_two_checking_proxies_it_is_reported_once(Door door) {
    Modes.set("Span", Mode.OBSERVE);
    Span span = Seams.guard(Span.class, door.guard(Span.class, new LooseSpan()));

    for (int i = 0; i < 2; i++) {
      assertThatRecord(() -> span.low(11)).blames(SUPPLIER).supplier(LooseSpan.class);
      assertThat(recordedBy(() -> span.low(1))).isEmpty();
      assertThatRecord(() -> span.during(new Visitor(span))).blames(CONTRACT);
    }
  }

  @EveryDoor
  void threads_that_use_objects_of_their_own_do_not_meet(Door door) throws Exception {
    AtomicInteger caught = new AtomicInteger();
    AtomicInteger others = new AtomicInteger();
    long undecided = Seams.ledger().undecided();
    useByThreads(door, caught, others);
    // Some of the first are: until it is known that each thread has left what was not counted.
    assertThat(caught.get() + Seams.ledger().undecided() - undecided).isEqualTo(1_600);

    caught.set(0);
    useByThreads(door, caught, others);
    // Not one that begins in the moment in which another ends.
    assertThat(caught).hasValueGreaterThan(1_500);
    assertThat(others).hasValue(0);
  }

  private static void useByThreads(Door door, AtomicInteger caught, AtomicInteger others)
      throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Span span = door.guard(Span.class, new LooseSpan());
      Thread thread =
          new Thread(
              () -> {
                for (int k = 0; k < 200; k++) {
                  count(() -> span.move(20), others);
                  count(() -> span.low(span.high() + 1), caught);
                  count(() -> span.low(0), others);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void count(Runnable call, AtomicInteger violations) {
    try {
      call.run();
    } catch (ContractViolation violation) {
      violations.incrementAndGet();
    }
  }

  @EveryDoor
  void the_fingerprint_is_that_of_every_door(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());

    assertThat(assertThatViolation(() -> span.low(11)).violation().fingerprint())
        .isEqualTo("56a3057066853b45");
  }

  private static Span passing(Span supplier) {
    return (Span)
        Proxy.newProxyInstance(
            Span.class.getClassLoader(),
            new Class<?>[] {Span.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(supplier, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Somebody else: a class inside the object's own would be the object itself. */
  private record Visitor(Span span) implements Runnable {
    @Override
    public void run() {
      span.touch(1);
    }
  }

  /** A seam whose invariant may fail. */
  @Invariant("!text().isEmpty()")
  public interface Brittle {
    String text();

    default void work() {}
  }

  private static final class NullBrittle implements Brittle {

    private final String text = null;

    @Override
    public String text() {
      return text;
    }
  }

  /** A seam whose invariant is an operation under it. */
  @Invariant("isRight()")
  public interface Asking {
    boolean isRight();

    default void work() {}
  }

  private static final class Answering implements Asking {

    private boolean answer = true;

    @Override
    public boolean isRight() {
      return answer && isRight(3);
    }

    private boolean isRight(int depth) {
      return depth == 0 || isRight(depth - 1);
    }
  }

  /** A seam for lambdas. */
  @Invariant("level() >= 0")
  public interface Gauge {
    int level();

    default void reset() {}
  }
}
