package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.OVERRIDE;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/** What other libraries were seen to leave unchecked, or to blame the wrong party for. */
class TortureIT implements Scenario {

  @DisplayName(
      "Cofoja: lambda, method reference, anonymous class in a method, implementation"
          + " inherited from an uncontracted class: \"no violation\" for x=-1 against x > 0")
  @EveryDoor
  void every_form_of_supplier_is_checked(Door door) {
    List<Positive> suppliers =
        List.of(
            x -> x,
            Math::abs,
            new Positive() {
              @Override
              public int take(int x) {
                return x;
              }
            },
            new Inheriting());

    for (Positive supplier : suppliers) {
      isChecked(door.guard(Positive.class, supplier));
    }
  }

  @EveryDoor
  @Tag("made-at-run-time")
  void a_jdk_proxy_is_checked(Door door) {
    Object proxy =
        Proxy.newProxyInstance(
            Positive.class.getClassLoader(),
            new Class<?>[] {Positive.class},
            (itself, method, arguments) -> arguments[0]);
    isChecked(door.guard(Positive.class, (Positive) proxy));
  }

  private static void isChecked(Positive positive) {
    assertThatViolation(() -> positive.take(-1))
        .blames(CLIENT)
        .quoting("x > 0")
        .client(TortureIT.class, "isChecked");
  }

  @DisplayName("Cofoja: a contract reached while another predicate runs: unchecked")
  @EveryDoor
  void what_is_crossed_inside_a_clause_is_counted_and_checked_outside(Door door) {
    Positive positive = door.guard(Positive.class, x -> x);
    Asking asking = door.guard(Asking.class, () -> positive);
    long unjudged = Seams.ledger().dropped() + Seams.ledger().skipped();

    assertThat(recordedBy(() -> asking.ask(-5))).isEmpty();

    assertThat(Seams.ledger().dropped() + Seams.ledger().skipped()).isGreaterThan(unjudged);
    assertThatViolation(() -> positive.take(-5)).blames(CLIENT);
  }

  @DisplayName("Cofoja: an object called back while \"open\": unchecked")
  @EveryDoor
  void an_object_called_back_while_open_is_checked(Door door) {
    Span span = door.guard(Span.class, new LooseSpan());

    assertThatRecord(
            () -> span.during(() -> assertThatViolation(() -> span.touch(0)).blames(CLIENT)))
        .quoting("calls > 0");
  }

  @DisplayName(
      "Cofoja: two unrelated interfaces x > 0 and x < 10 on one class, x=-1 through the first:"
          + " accepted")
  @EveryDoor
  void preconditions_of_unrelated_seams_are_never_ored(Door door) {
    Positive positive = door.guard(Positive.class, new Both());
    Small small = door.guard(Small.class, new Both());

    assertThatViolation(() -> positive.take(-1)).blames(CLIENT).quoting("x > 0");
    assertThatViolation(() -> small.take(10)).blames(CLIENT).quoting("x < 10");
    assertThat(recordedBy(() -> positive.take(5))).isEmpty();
  }

  @DisplayName("Cofoja: implementation demands x > 10 over x > 0, x=5: accepted")
  @EveryDoor
  void an_implementation_that_asks_more_is_blamed_itself(Door door) {
    Positive positive = door.guard(Positive.class, new Demanding());

    Violation violation =
        assertThatViolation(() -> positive.take(5)).blames(OVERRIDE).quoting("x > 10").violation();

    assertThat(violation.against()).extracting(Citation::text).containsExactly("x > 0");
  }

  @DisplayName(
      "Cofoja: implementation adds x > 0 where the interface says nothing: the caller is blamed")
  @EveryDoor
  void an_implementation_that_asks_where_the_seam_does_not_is_blamed_itself(Door door) {
    Promising promising = door.guard(Promising.class, new Asker());

    assertThatViolation(() -> promising.give(-1)).blames(OVERRIDE).quoting("x > 0");
  }

  @DisplayName("Cofoja: items() == old(items()) is always true: old is an alias")
  @EveryDoor
  void old_of_a_collection_is_what_was_in_it(Door door) {
    Shop shop = door.guard(Shop.class, new Stealing());

    assertThatViolation(shop::look)
        .blames(SUPPLIER)
        .quoting("items().equals(old(items()))")
        .seeing("items()", "java.util.ArrayList (size 1)")
        .seeing("old(items())", "java.util.ArrayList (size 0)");
  }

  @DisplayName(
      "Cofoja: default, private and static interface methods beside a contract: compile error;"
          + " records: compiler crash")
  @EveryDoor
  void default_private_and_static_methods_stand_beside_a_contract(Door door) {
    Mixed mixed = door.guard(Mixed.class, new MixedRecord(3));

    assertThatViolation(() -> mixed.twice(-1)).blames(CLIENT).quoting("Mixed.isRight(x)");
    assertThat(recordedBy(() -> assertThat(mixed.twice(4)).isEqualTo(11))).isEmpty();
  }

  @DisplayName("Hibernate Validator, Spring: bare lambda: unchecked")
  @EveryDoor
  void a_bare_lambda_is_checked(Door door) {
    Positive positive = door.guard(Positive.class, x -> 1);

    assertThatViolation(() -> positive.take(-1)).blames(CLIENT);
    assertThatViolation(() -> positive.take(5)).blames(SUPPLIER).quoting("result == x");
  }

  @DisplayName("OVal: a strengthened constraint is ignored through the interface")
  @EveryDoor
  void a_strengthened_guarantee_counts_through_the_seam(Door door) {
    Promising promising = door.guard(Promising.class, new Strengthening());

    assertThatViolation(() -> promising.give(500)).blames(SUPPLIER).quoting("result < 100");
  }

  @DisplayName("groovy-contracts: @Ensures on a method with an empty body silently dropped")
  @EveryDoor
  void an_empty_body_owes_its_guarantee(Door door) {
    Shop shop = door.guard(Shop.class, new Stealing());

    assertThatViolation(shop::restock).blames(SUPPLIER).quoting("!items().isEmpty()");
  }

  @DisplayName(
      "D, Ada, Racket, icontract, clojure.spec: a predicate that throws escapes as a raw exception"
          + " with no blame")
  @EveryDoor
  void a_clause_that_throws_blames_the_contract_and_the_call_goes_on(Door door) {
    Throwing throwing = door.guard(Throwing.class, text -> 7);

    assertThatRecord(() -> assertThat(throwing.measure(null)).isEqualTo(7))
        .blames(CONTRACT)
        .quoting("text.length() > 0");
  }

  @DisplayName(
      "D: an implementing class with no precondition of its own makes the interface's vanish")
  @EveryDoor
  void an_override_without_clauses_erases_none(Door door) {
    Positive silent = door.guard(Positive.class, new Silent());

    assertThatViolation(() -> silent.take(0)).blames(CLIENT).quoting("x > 0");
  }

  @DisplayName(
      "icontract: its re-entrancy guard spans the body: a recursive call with a bad argument is"
          + " unchecked the first time")
  @EveryDoor
  void recursion_with_a_bad_argument_is_caught_the_first_time(Door door) {
    Diving diver = new Diving();
    Positive positive = door.guard(Positive.class, diver);
    diver.next = positive;

    assertThatViolation(() -> positive.take(1)).blames(CLIENT).client(Diving.class, "take");
    assertThat(diver.calls).isEqualTo(1);
  }

  @DisplayName("deal: its guard is process-wide: while thread A evaluates, thread B goes unchecked")
  @EveryDoor
  void a_thread_is_checked_while_another_evaluates(Door door) throws Exception {
    Gate gate = door.guard(Gate.class, n -> {});
    Gate.reset();
    Thread evaluating = new Thread(() -> gate.enter(0));
    evaluating.start();
    Gate.INSIDE[0].await();

    try {
      assertThatViolation(() -> gate.enter(-1)).blames(CLIENT);
    } finally {
      Gate.GO_ON[0].countDown();
      evaluating.join();
    }
  }

  @DisplayName("deal: preconditions are and-ed under inheritance")
  @EveryDoor
  void a_weakened_precondition_accepts_and_what_the_seam_asks_is_latent(Door door) {
    Over over = door.guard(Over.class, new Lenient());

    assertThatLatent(() -> assertThat(over.take(5)).isEqualTo(5)).quoting("x > 10");
    assertThatViolation(() -> over.take(-1)).blames(CLIENT);
  }

  private static ViolationAssert assertThatLatent(ThrowingCallable call) {
    ViolationAssert latent = assertThatRecord(call).blames(CLIENT);
    assertThat(latent.violation().isLatent()).isTrue();
    return latent;
  }

  @DisplayName("Racket, clojure.spec: a callback called 21 times just for being passed")
  @EveryDoor
  void a_callback_is_never_called_for_being_passed(Door door) {
    List<Integer> calls = new ArrayList<>();
    Registering registering = door.guard(Registering.class, (callback, times) -> {});
    Runnable callback = () -> calls.add(1);

    recordedBy(() -> registering.register(callback, 1));
    assertThatViolation(() -> registering.register(callback, 0)).blames(CLIENT);

    assertThat(calls).isEmpty();
  }

  @DisplayName("None of them names the caller. None has values of sub-expressions in Java.")
  @EveryDoor
  void the_caller_is_named_and_the_values_are_seen(Door door) {
    Vault vault = door.guard(Vault.class, new HonestVault());

    ContractViolation thrown =
        (ContractViolation) catchThrowable(() -> PartiesIT.Till.pay(vault, 142));

    assertThat(thrown)
        .hasMessageContaining("seen      amount = 142, balance() = 100")
        .hasMessageContaining("client    checkout: dev.tenon.scenario.PartiesIT$Till.pay")
        .hasMessageContaining("supplier  ")
        .hasMessageContaining("next      ");
  }

  /** The seam of most rows. */
  public interface Positive {
    @Requires("x > 0")
    @Ensures("result == x")
    int take(int x);
  }

  static class Uncontracted {
    public int take(int x) {
      return x;
    }
  }

  static final class Inheriting extends Uncontracted implements Positive {}

  /** Its clause crosses another seam, with what that one refuses. */
  public interface Asking {
    Positive helper();

    @Requires("helper().take(n) == n")
    default void ask(int n) {}
  }

  /** Unrelated to the other. */
  public interface Small {
    @Requires("x < 10")
    int take(int x);
  }

  static final class Both implements Positive, Small {
    @Override
    public int take(int x) {
      return x;
    }
  }

  private static final class Silent implements Positive {
    @Override
    public int take(int x) {
      return x;
    }
  }

  static final class Demanding implements Positive {
    @SuppressWarnings("tenon") // what the row is about
    @Override
    @Requires("x > 10")
    public int take(int x) {
      return x;
    }
  }

  /** Asks nothing. */
  public interface Promising {
    @Ensures("result == x")
    int give(int x);
  }

  static final class Asker implements Promising {
    @SuppressWarnings("tenon") // what the row is about
    @Override
    @Requires("x > 0")
    public int give(int x) {
      return x;
    }
  }

  static final class Strengthening implements Promising {
    @Override
    @Ensures("result < 100")
    public int give(int x) {
      return x;
    }
  }

  /** Promises that looking changes nothing. */
  public interface Shop {
    List<String> items();

    @Ensures("items().equals(old(items()))")
    void look();

    @Ensures("!items().isEmpty()")
    void restock();
  }

  private static final class Stealing implements Shop {

    private final List<String> items = new ArrayList<>();

    @Override
    public List<String> items() {
      return items;
    }

    @Override
    public void look() {
      items.add("fake");
    }

    @Override
    public void restock() {}
  }

  /** Methods of every sort. */
  public interface Mixed {
    int base();

    @Requires("Mixed.isRight(x)")
    @Ensures("result == plus(2 * x)")
    default int twice(int x) {
      return added(2 * x);
    }

    default int plus(int x) {
      return added(x);
    }

    private int added(int x) {
      return base() + x;
    }

    static boolean isRight(int x) {
      return x >= 0;
    }
  }

  private record MixedRecord(int base) implements Mixed {}

  /** Its clause fails on null. */
  public interface Throwing {
    @Requires("text.length() > 0")
    int measure(@Nullable String text);
  }

  private static final class Diving implements Positive {

    private Positive next = this;
    private int calls;

    @Override
    public int take(int x) {
      calls++;
      return next.take(x - 1);
    }
  }

  /** Its clause waits inside. */
  public interface Gate {

    /** Counted down by who evaluates. */
    CountDownLatch[] INSIDE = new CountDownLatch[1];

    /** Awaited by who evaluates. */
    CountDownLatch[] GO_ON = new CountDownLatch[1];

    @Requires("Gate.isOpen(n)")
    void enter(int n);

    static void reset() {
      INSIDE[0] = new CountDownLatch(1);
      GO_ON[0] = new CountDownLatch(1);
    }

    static boolean isOpen(int n) {
      if (n == 0) {
        INSIDE[0].countDown();
        try {
          GO_ON[0].await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return n >= 0;
    }
  }

  /** Asks more than its supplier needs. */
  public interface Over {
    @Requires("x > 10")
    int take(int x);
  }

  static final class Lenient implements Over {
    @Override
    @Requires("x > 0")
    public int take(int x) {
      return x;
    }
  }

  /** Takes a callback. */
  public interface Registering {
    @Requires("callback != null && times > 0")
    void register(Runnable callback, int times);
  }
}
