package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.model.Mode;
import dev.tenon.verdict.ClauseKind;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clauses of constructors, which no proxy stands in front of. */
class WovenConstructorIT implements Scenario {

  private static final List<String> RAN = new ArrayList<>();

  @BeforeEach
  void nothing_ran() {
    RAN.clear();
  }

  @Test
  void a_false_precondition_blames_who_makes_the_object() {
    assertThatViolation(() -> new Purse(-1))
        .blames(CLIENT)
        .isA(ClauseKind.PRECONDITION)
        .of("<init>")
        .quoting("amount >= 0")
        .seeing("amount", "-1")
        .client(WovenConstructorIT.class, "a_false_precondition_blames_who_makes_the_object")
        .supplier(Purse.class);
  }

  @Test
  void nothing_of_a_refused_constructor_runs() {
    assertThatViolation(() -> new Purse(-1)).blames(CLIENT);
    assertThatViolation(() -> new DeepPurse(-1, "deep")).blames(CLIENT).supplier(DeepPurse.class);

    assertThat(RAN).isEmpty();
  }

  @Test
  void what_is_computed_for_super_runs_after_the_precondition_of_the_subclass() {
    assertThat(recordedBy(() -> new DeepPurse(3, "deep"))).isEmpty();

    assertThat(RAN).containsExactly("argument 3", "purse 3", "deep 3");
  }

  @Test
  void a_subclass_that_asks_super_for_too_much_is_the_client() {
    assertThatViolation(() -> new Spendthrift())
        .blames(CLIENT)
        .quoting("amount >= 0")
        .client(Spendthrift.class, "<init>")
        .supplier(Purse.class);
  }

  @Test
  void a_constructor_that_calls_another_of_its_class_is_a_client_too() {
    assertThatViolation(() -> new Purse("-7")).blames(CLIENT).client(Purse.class, "<init>");
  }

  @Test
  void a_constructor_without_clauses_is_left_alone() {
    assertThat(recordedBy(() -> assertThat(new Purse("7").amount).isEqualTo(7))).isEmpty();
  }

  @Test
  void the_guarantee_is_owed_where_it_returns() {
    assertThatViolation(() -> new Purse(13))
        .blames(SUPPLIER)
        .isA(ClauseKind.GUARANTEE)
        .of("<init>")
        .quoting("this.amount == old(amount)")
        .seeing("this.amount", "12")
        .seeing("old(amount)", "13")
        .supplier(Purse.class);
  }

  @Test
  void old_keeps_an_argument_that_the_constructor_reassigns() {
    assertThat(recordedBy(() -> new Purse(500))).isEmpty();
  }

  @Test
  void a_guarantee_of_the_superclass_blames_it_also_for_an_object_of_a_subclass() {
    Modes.set("WovenConstructorIT$Purse", Mode.OBSERVE);

    assertThatRecord(() -> new DeepPurse(13, "deep"))
        .blames(SUPPLIER)
        .supplier(Purse.class)
        .client(DeepPurse.class, "<init>");
  }

  @Test
  void a_precondition_comes_before_a_checked_exception() {
    assertThatViolation(() -> new Parcel("")).blames(CLIENT);
  }

  @Test
  void a_checked_exception_passes_and_leaves_no_guarantee_owed() {
    assertThat(
            recordedBy(
                () ->
                    assertThatThrownBy(() -> new Parcel("lost"))
                        .isExactlyInstanceOf(IOException.class)
                        .hasMessage("lost")
                        .hasNoSuppressedExceptions()))
        .isEmpty();
  }

  @Test
  void an_observed_precondition_leaves_no_guarantee_owed() {
    Modes.set("WovenConstructorIT$Purse", Mode.OBSERVE);

    assertThatRecord(() -> new Purse(-13)).blames(CLIENT);
    assertThat(RAN).containsExactly("purse -14");
  }

  @Test
  void a_precondition_that_throws_stops_nobody() {
    assertThatRecord(() -> new Parcel((String) null)).blames(CONTRACT);
  }

  @Test
  void off_it_costs_nobody_anything_and_on_again_it_counts() {
    Modes.set("WovenConstructorIT$Purse.<init>#funded", Mode.OFF);
    assertThat(recordedBy(() -> new Purse(-2))).isEmpty();
    Modes.set("WovenConstructorIT$Purse.<init>#funded", Mode.ENFORCE);

    assertThatViolation(() -> new Purse(-2)).blames(CLIENT);
  }

  @Test
  void the_canonical_constructor_of_a_record() {
    assertThatViolation(() -> new Point(-1, 0)).blames(CLIENT).quoting("x >= 0");
    assertThatViolation(() -> new Point(0)).blames(CLIENT).client(Point.class, "<init>");
    assertThat(recordedBy(() -> new Point(1, 2))).isEmpty();
  }

  @Test
  void the_compact_constructor_of_a_record_promises_its_components() {
    assertThatViolation(() -> new Name(" ")).blames(CLIENT).quoting("!text.isBlank()");
    assertThat(recordedBy(() -> assertThat(new Name(" a ").text()).isEqualTo("a"))).isEmpty();
    assertThatViolation(() -> new Name("?")).blames(SUPPLIER).seeing("this.text()", "\"\"");
  }

  @Test
  void varargs_and_generics() {
    assertThatViolation(() -> new Crate<>("a")).blames(CLIENT).quoting("more.length > 0");
    assertThatViolation(() -> new Crate<>("b", "a")).blames(CLIENT).seeing("more[0]", "\"a\"");
    assertThat(recordedBy(() -> new Crate<>("a", "b"))).isEmpty();
  }

  @Test
  void reflection_is_no_party() throws Exception {
    Constructor<Purse> constructor = Purse.class.getDeclaredConstructor(long.class);

    assertThatViolation(() -> made(constructor, -1L))
        .blames(CLIENT)
        .client(WovenConstructorIT.class, "made");
  }

  private static Object made(Constructor<?> constructor, Object... arguments) throws Throwable {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  static int argument(int n) {
    RAN.add("argument " + n);
    return n;
  }

  static class Purse {

    final long amount;

    @Requires(value = "amount >= 0", name = "funded")
    @Ensures(value = "this.amount == old(amount)", name = "kept")
    Purse(long amount) {
      long asked = amount;
      amount = asked % 13 == 0 ? asked - 1 : asked;
      RAN.add("purse " + amount);
      this.amount = amount;
      amount = 0;
    }

    Purse(String amount) {
      this(Long.parseLong(amount));
    }
  }

  static final class DeepPurse extends Purse {

    @Requires("n >= 0")
    DeepPurse(int n, String name) {
      super(argument(n));
      RAN.add(name + " " + n);
    }
  }

  static final class Spendthrift extends Purse {
    Spendthrift() {
      super(-5);
    }
  }

  static final class Parcel {

    final String to;

    @Requires("!to.isEmpty()")
    @Ensures("this.to.length() > 1")
    Parcel(String to) throws IOException {
      if ("lost".equals(to)) {
        throw new IOException(to);
      }
      this.to = to == null ? "??" : to;
    }
  }

  record Point(int x, int y) {

    @Requires("x >= 0")
    Point(int x, int y) {
      this.x = x;
      this.y = y;
    }

    Point(int y) {
      this(-y - 1, y);
    }
  }

  record Name(String text) {

    @Requires("!text.isBlank()")
    @Ensures("!this.text().isEmpty()")
    Name {
      text = text.strip().replace("?", "");
    }
  }

  static final class Crate<T extends Comparable<T>> {

    final T first;

    @SafeVarargs
    @Requires("more.length > 0")
    @Requires("first.compareTo(more[0]) < 0")
    Crate(T first, T... more) {
      this.first = first;
    }
  }
}
