package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import dev.tenon.model.Mode;
import dev.tenon.verdict.Violation;

/** Behaviours that a mature contract library's tests assert, in our semantics. */
class TortureBehavioursIT implements Scenario {

  @EveryDoor
  void the_first_false_clause_of_several_is_reported_first_and_all_false_ones_are_listed(
      Door door) {
    Ledger ledger = door.guard(Ledger.class, new Honest());

    assertThatViolation(() -> ledger.book(-5, -6)).quoting("a > 0").alsoFalse("b > 0", "a + b > 0");
  }

  @EveryDoor
  void a_false_precondition_keeps_the_body_from_running(Door door) {
    Honest supplier = new Honest();
    Ledger ledger = door.guard(Ledger.class, supplier);

    assertThatViolation(() -> ledger.book(-5, 6)).blames(CLIENT);
    assertThat(supplier.calls).isZero();
  }

  @EveryDoor
  void a_guarantee_may_be_false_after_a_true_precondition(Door door) {
    Ledger ledger = door.guard(Ledger.class, new Forgetful());

    assertThatViolation(() -> ledger.book(1, 2)).blames(SUPPLIER);
  }

  @EveryDoor
  void several_old_values_in_one_operation_are_kept_apart(Door door) {
    Ledger ledger = door.guard(Ledger.class, new Forgetful());

    assertThatViolation(() -> ledger.book(1, 2))
        .quoting("left() == old(left()) + a && right() == old(right()) + b")
        .seeing("old(left())", "10");
    assertThat(recordedBy(() -> door.guard(Ledger.class, new Honest()).book(3, 4))).isEmpty();
  }

  @EveryDoor
  void old_serves_a_guarantee_and_what_holds_after_an_exception_of_the_same_operation(Door door) {
    Ledger returning = door.guard(Ledger.class, new Honest());
    Ledger throwing = door.guard(Ledger.class, new Tearing());

    assertThat(recordedBy(() -> returning.split(2))).isEmpty();
    assertThatRecord(() -> catchThrowable(() -> throwing.split(2)))
        .blames(SUPPLIER)
        .quoting("left() == old(left())")
        .seeing("left()", "8")
        .seeing("old(left())", "10");
  }

  @EveryDoor
  void an_exception_of_the_body_skips_the_guarantee_and_passes_unchanged(Door door) {
    IllegalStateException own = new IllegalStateException("own");
    Ledger ledger = door.guard(Ledger.class, new Failing(own));

    assertThat(recordedBy(() -> assertThat(catchThrowable(() -> ledger.book(1, 2))).isSameAs(own)))
        .isEmpty();
  }

  @EveryDoor
  void old_of_a_parameter_is_its_entry_value_though_the_body_reassigns_it(Door door) {
    Ledger ledger = door.guard(Ledger.class, new Honest());

    assertThat(recordedBy(() -> assertThat(ledger.next(5)).isEqualTo(6))).isEmpty();
  }

  @EveryDoor
  void operations_that_recurse_into_each_other_keep_separate_old_values(Door door) {
    Honest supplier = new Honest();
    Ledger ledger = door.guard(Ledger.class, supplier);
    supplier.self = ledger;

    assertThat(recordedBy(() -> ledger.ping(9))).isEmpty();
    assertThat(ledger.left()).isEqualTo(20);
  }

  @EveryDoor
  void a_guarantee_may_read_parameters(Door door) {
    Ledger ledger = door.guard(Ledger.class, new Forgetful());

    assertThatViolation(() -> ledger.twice(5))
        .blames(SUPPLIER)
        .seeing("n", "5")
        .seeing("result", "0");
  }

  @EveryDoor
  void a_static_helper_may_be_called_with_this_and_with_varargs(Door door) {
    Ledger ledger = door.guard(Ledger.class, new Honest());

    assertThat(recordedBy(() -> ledger.audit(1, 2, 3))).isEmpty();
    assertThatViolation(() -> ledger.audit(1, -2)).blames(CLIENT).quoting("Ledger.all(ns)");
    Ledger empty = door.guard(Ledger.class, new Forgetful());
    Modes.set("TortureBehavioursIT$Ledger.audit#sound", Mode.ENFORCE);
    assertThatViolation(() -> empty.audit()).blames(SUPPLIER).quoting("Ledger.isSound(this, 3)");
  }

  @EveryDoor
  void a_mutation_that_breaks_an_invariant_fails_at_the_exit_of_the_outermost_call(Door door) {
    Balance balance = door.guard(Balance.class, new Scale());

    assertThatRecord(() -> assertThatViolation(() -> balance.tip(5)).of("tip"))
        .blames(SUPPLIER)
        .quoting("left() + right() == 0");
  }

  @EveryDoor
  void internal_calls_on_this_may_break_an_invariant_for_a_while(Door door) {
    Balance balance = door.guard(Balance.class, new Scale());

    assertThat(recordedBy(() -> balance.shift(5))).isEmpty();
    assertThat(recordedBy(() -> balance.shift(-7))).isEmpty();
  }

  @EveryDoor
  void the_invariant_of_an_interface_reaches_through_an_abstract_class(Door door) {
    Balance balance = door.guard(Balance.class, new Scale());

    assertThatViolation(() -> balance.left(1)).blames(SUPPLIER).supplier(Scale.class);
  }

  @EveryDoor
  void the_clauses_of_an_abstract_method_are_enforced_in_the_implementation(Door door) {
    Counted counted = door.guard(Counted.class, n -> n);

    assertThatViolation(() -> counted.count(-1)).blames(CLIENT).quoting("n >= 0");
    assertThatViolation(() -> counted.count(3)).blames(SUPPLIER).quoting("result != 3");
  }

  @EveryDoor
  void guarantees_over_two_levels_are_all_owed(Door door) {
    Bounded bounded = door.guard(Bounded.class, n -> n);

    assertThatViolation(() -> bounded.value(0)).blames(SUPPLIER).quoting("result > 0");
    assertThatViolation(() -> bounded.value(100)).blames(SUPPLIER).quoting("result < 100");
    assertThat(recordedBy(() -> bounded.value(50))).isEmpty();
  }

  @EveryDoor
  void a_class_with_a_superclass_and_an_interface_gets_both_contracts(Door door) {
    Modes.set("TortureBehavioursIT$Counted", Mode.OBSERVE);
    Modes.set("TortureBehavioursIT$Half", Mode.OBSERVE);
    Counted counted = door.guard(Counted.class, new CountedByClass());

    assertThatRecord(() -> counted.count(-1)).quoting("n >= 0");
    assertThatRecord(() -> counted.count(7)).quoting("n != 7");
    assertThatRecord(() -> counted.count(3)).blames(SUPPLIER).quoting("result != 3");
    assertThatRecord(() -> counted.count(4)).blames(SUPPLIER).quoting("result != 4");
  }

  @EveryDoor
  void a_weakened_precondition_leaves_the_inherited_guarantee_owed(Door door) {
    Bounded bounded = door.guard(Bounded.class, new Weakened());

    assertThatViolation(() -> bounded.value(60)).blames(SUPPLIER).quoting("result > 0");
  }

  @EveryDoor
  void what_the_weaker_precondition_alone_accepts_is_owed_by_its_own_declaration(Door door) {
    Bounded bounded = door.guard(Bounded.class, new Weakened());

    Violation latent = assertThatRecord(() -> bounded.value(-60)).blames(CLIENT).violation();

    assertThat(latent.isLatent()).isTrue();
  }

  @EveryDoor
  void quotes_and_escapes_in_a_clause_appear_verbatim_in_the_report(Door door) {
    Quoting quoting = door.guard(Quoting.class, text -> {});

    Violation violation =
        assertThatViolation(() -> quoting.say("a\"b\\c\n"))
            .quoting("!text.equals(\"a\\\"b\\\\c\\n\") && text.charAt(0) != '\\''")
            .violation();

    assertThat(violation.text())
        .contains("requires  !text.equals(\"a\\\"b\\\\c\\n\") && text.charAt(0) != '\\''\n");
  }

  /** Two columns, and what is booked in them. */
  public interface Ledger {
    @Pure
    int left();

    @Pure
    int right();

    @Requires("a > 0")
    @Requires("b > 0")
    @Requires("a + b > 0")
    @Ensures("left() == old(left()) + a && right() == old(right()) + b")
    void book(int a, int b);

    @Ensures("left() + right() == old(left() + right())")
    @Throws(value = IllegalStateException.class, ensures = "left() == old(left())")
    void split(int n);

    @Ensures("result == old(n) + 1")
    int next(int n);

    @Ensures("result == 2 * n")
    int twice(int n);

    @Ensures("left() == old(left()) + n + 1")
    void ping(int n);

    @Ensures("left() == old(left()) + n + 1")
    void pong(int n);

    @Requires("Ledger.all(ns)")
    @Requires("Ledger.all(1, 2)")
    @Ensures(value = "Ledger.isSound(this, 3)", name = "sound")
    void audit(int... ns);

    static boolean all(int... ns) {
      for (int n : ns) {
        if (n < 0) {
          return false;
        }
      }
      return true;
    }

    static boolean isSound(Ledger ledger, int least) {
      return ledger.left() >= least;
    }
  }

  private static class Honest implements Ledger {

    int left = 10;
    int right = 10;
    int calls;
    Ledger self = this;

    @Override
    public int left() {
      return left;
    }

    @Override
    public int right() {
      return right;
    }

    @Override
    public void book(int a, int b) {
      calls++;
      left += a;
      right += b;
    }

    @Override
    public void split(int n) {
      left -= n;
      right += n;
    }

    @Override
    public int next(int n) {
      n++;
      return n;
    }

    @Override
    public int twice(int n) {
      return 2 * n;
    }

    @Override
    public void ping(int n) {
      left++;
      if (n > 0) {
        self.pong(n - 1);
      }
    }

    @Override
    public void pong(int n) {
      left++;
      if (n > 0) {
        self.ping(n - 1);
      }
    }

    @Override
    public void audit(int... ns) {}
  }

  /** Books one side, and counts nothing. */
  private static final class Forgetful extends Honest {
    @Override
    public void book(int a, int b) {
      left += a;
    }

    @Override
    public int twice(int n) {
      return 0;
    }

    @Override
    public void audit(int... ns) {
      left = 0;
    }
  }

  /** Stops halfway. */
  private static final class Tearing extends Honest {
    @Override
    public void split(int n) {
      left -= n;
      throw new IllegalStateException();
    }
  }

  private static final class Failing extends Honest {

    private final RuntimeException own;

    Failing(RuntimeException own) {
      this.own = own;
    }

    @Override
    public void book(int a, int b) {
      throw own;
    }
  }

  /** Two sides of equal weight. */
  @Invariant("left() + right() == 0")
  public interface Balance {
    int left();

    int right();

    void left(int next);

    void shift(int by);

    void tip(int by);
  }

  abstract static class Sided implements Balance {

    int left;
    int right;

    @Override
    public int left() {
      return left;
    }

    @Override
    public int right() {
      return right;
    }

    @Override
    public void left(int next) {
      left = next;
    }

    void right(int next) {
      right = next;
    }
  }

  static final class Scale extends Sided {
    @Override
    public void shift(int by) {
      left(left + by);
      right(right - by);
    }

    @Override
    public void tip(int by) {
      left(left + by);
      left(left + by);
    }
  }

  /** The seam of a class that has a superclass too. */
  public interface Counted {
    @Requires("n >= 0")
    @Ensures("result != 3")
    int count(int n);
  }

  abstract static class Half {
    @Requires("n != 7")
    @Ensures("result != 4")
    public abstract int count(int n);
  }

  static final class CountedByClass extends Half implements Counted {
    @Override
    public int count(int n) {
      return n;
    }
  }

  /** The upper level. */
  public interface Floored {
    @Requires("n >= 0")
    @Ensures("result > 0")
    int value(int n);
  }

  /** The lower one. */
  public interface Bounded extends Floored {
    @Override
    @Ensures("result < 100")
    int value(int n);
  }

  static final class Weakened implements Bounded {
    @Override
    @Requires("n > -100")
    public int value(int n) {
      return -n;
    }
  }

  /** A clause full of quotes. */
  public interface Quoting {
    @Requires("!text.equals(\"a\\\"b\\\\c\\n\") && text.charAt(0) != '\\''")
    void say(String text);
  }
}
