package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.model.Mode;
import org.junit.jupiter.api.Test;

/** Bodies that a supplier inherits from a class that knows nothing of the seam. */
class WovenInheritedIT implements Scenario {

  @Test
  void a_body_from_outside_the_seam_is_checked_for_suppliers_alone() {
    Doubler plain = new Doubler();
    Doubling doubling = new SeamDoubler();

    assertThat(recordedBy(() -> assertThat(plain.twice(-1)).isEqualTo(-2))).isEmpty();
    assertThatViolation(() -> doubling.twice(-1))
        .blames(CLIENT)
        .client(
            WovenInheritedIT.class, "a_body_from_outside_the_seam_is_checked_for_suppliers_alone")
        .supplier(SeamDoubler.class);
    assertThatViolation(() -> doubling.twice(7)).blames(SUPPLIER).quoting("result == 2 * n");
    assertThat(recordedBy(() -> assertThat(plain.twice(7)).isEqualTo(15))).isEmpty();
  }

  @Test
  void a_subclass_that_adds_a_seam_later_is_checked_by_both() {
    First first = new FirstSupplier();
    for (int i = 0; i < 20_000; i++) {
      first.take(1);
    }
    assertThatViolation(() -> first.take(-1)).quoting("n >= 0");

    Second both = Later.make();

    assertThatViolation(() -> both.take(20))
        .blames(SUPPLIER)
        .quoting("result > n")
        .supplier(Later.class);
    assertThatViolation(() -> ((First) both).take(-1)).blames(CLIENT).quoting("n >= 0");
    assertThat(recordedBy(() -> first.take(20))).isEmpty();
  }

  @Test
  void a_subclass_of_that_inherits_it_too() {
    Doubling doubling = new DeepDoubler();

    assertThatViolation(() -> doubling.twice(-1)).blames(CLIENT).supplier(DeepDoubler.class);
  }

  @Test
  void a_generic_body_that_only_a_bridge_leads_to() {
    Adding adding = new WordBag();
    Bag<Object> raw = new Bag<>();

    assertThatViolation(() -> adding.add("")).blames(CLIENT).quoting("!word.isEmpty()");
    assertThat(recordedBy(() -> raw.add(""))).isEmpty();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // what the test is about
  @Test
  void a_value_of_another_type_in_such_a_body_is_no_call_of_the_operation() {
    Bag raw = new WordBag();

    assertThat(recordedBy(() -> raw.add(5))).isEmpty();
  }

  @Test
  void a_generic_seam_over_a_plain_body() {
    Storing<String> storing = new TextStore();

    assertThatViolation(() -> storing.store(null)).blames(CLIENT);
    assertThatViolation(() -> new TextStore().store(null)).blames(CLIENT);
    assertThat(recordedBy(() -> new PlainStore().store(null))).isEmpty();
  }

  @Test
  void an_override_that_calls_super_is_one_handoff() {
    Modes.set("WovenInheritedIT$Doubling", Mode.OBSERVE);
    Doubling doubling = new OverridingDoubler();

    assertThatRecord(() -> doubling.twice(-1)).blames(CLIENT).supplier(OverridingDoubler.class);
  }

  @Test
  void a_default_method_of_an_interface_outside_the_seam() {
    Mixed mixed = new MixedIn();

    assertThatViolation(() -> mixed.mix(-1)).blames(CLIENT);
  }

  @Test
  void an_abstract_class_may_stand_in_between() {
    Doubling doubling = new Concrete();

    assertThatViolation(() -> doubling.twice(-1)).blames(CLIENT);
  }

  /** A seam. */
  public interface Doubling {
    @Requires("n >= 0")
    @Ensures("result == 2 * n")
    int twice(int n);
  }

  /** Knows nothing of it. */
  static class Doubler {
    public int twice(int n) {
      return n == 7 ? 15 : 2 * n;
    }
  }

  static class SeamDoubler extends Doubler implements Doubling {}

  static class DeepDoubler extends SeamDoubler {}

  static final class OverridingDoubler extends Doubler implements Doubling {
    @Override
    public int twice(int n) {
      return super.twice(n);
    }
  }

  abstract static class Halfway extends Doubler implements Doubling {}

  static final class Concrete extends Halfway {}

  /** The seam of the superclass. */
  public interface First {
    @Requires("n >= 0")
    int take(int n);
  }

  /** The seam that the subclass adds. */
  public interface Second {
    @Ensures("result > n")
    int take(int n);
  }

  static class FirstSupplier implements First {
    @Override
    public int take(int n) {
      return n;
    }
  }

  static final class Later extends FirstSupplier implements Second {
    static Second make() {
      return new Later();
    }
  }

  static class Bag<T> {
    public void add(T value) {}
  }

  /** A seam whose operation is generic above. */
  public interface Adding {
    @Requires("!word.isEmpty()")
    void add(String word);
  }

  static final class WordBag extends Bag<String> implements Adding {}

  /** A generic seam. */
  public interface Storing<T> {
    @Requires("value != null")
    void store(T value);
  }

  static class PlainStore {
    public void store(String value) {}
  }

  static final class TextStore extends PlainStore implements Storing<String> {}

  /** No seam, with a body. */
  public interface Mixin {
    default int mix(int n) {
      return n;
    }
  }

  /** A seam that adds clauses to it. */
  public interface Mixed extends Mixin {
    @Requires("n >= 0")
    @Override
    int mix(int n);
  }

  static class MixinBase implements Mixin {}

  static final class MixedIn extends MixinBase implements Mixed {
    @Override
    public int mix(int n) {
      return super.mix(n);
    }
  }
}
