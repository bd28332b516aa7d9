package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import java.util.List;

/** The forms of suppliers that are checked at this stage. */
class FormsIT implements Scenario {

  @EveryDoor
  void a_record(Door door) {
    Ranges ranges = door.guard(Ranges.class, new HonestRanges());

    assertThatViolation(() -> ranges.between(2, 1, 1)).blames(CLIENT).supplier(HonestRanges.class);
  }

  @EveryDoor
  void an_enum(Door door) {
    Ranges ranges = door.guard(Ranges.class, OnlyRanges.ONE);

    assertThatViolation(() -> ranges.between(2, 1, 1)).blames(CLIENT).supplier(OnlyRanges.class);
  }

  @EveryDoor
  void an_anonymous_class(Door door) {
    Ranges supplier =
        new Ranges() {
          @Override
          public void between(int lo, int hi, int step) {}
        };
    Ranges ranges = door.guard(Ranges.class, supplier);

    assertThatViolation(() -> ranges.between(2, 1, 1)).blames(CLIENT).supplier(supplier.getClass());
  }

  @EveryDoor
  void a_default_method(Door door) {
    Greeting greeting = door.guard(Greeting.class, new Greeting() {});

    assertThatViolation(() -> greeting.greet("")).blames(CLIENT).quoting("!name.isEmpty()");
    assertThat(recordedBy(() -> assertThat(greeting.greet("Ada")).isEqualTo("Hello Ada")))
        .isEmpty();
  }

  @SuppressWarnings("unchecked") // a class literal has no type arguments
  @EveryDoor
  void a_generic_seam_with_a_bridge(Door door) {
    Store<String> store = door.guard(Store.class, new TextStore());

    assertThatViolation(() -> store.put("", 1)).blames(CLIENT).quoting("!key.equals(\"\")");
    assertThat(recordedBy(() -> assertThat(store.put("a", 1)).isEqualTo("a"))).isEmpty();
  }

  @SuppressWarnings("unchecked") // a class literal has no type arguments
  @EveryDoor
  void an_overload_without_clauses_is_left_alone(Door door) {
    Store<String> store = door.guard(Store.class, new TextStore());

    assertThat(recordedBy(() -> store.put("", "x"))).isEmpty();
  }

  @EveryDoor
  void a_class_whose_superclass_implements_the_seam(Door door) {
    Vault vault = door.guard(Vault.class, new LossyVault());

    assertThatViolation(() -> vault.label(null)).blames(CLIENT);
  }

  @EveryDoor
  void primitives_of_every_width_arrays_and_varargs(Door door) {
    Widths widths = door.guard(Widths.class, new HonestWidths());

    assertThat(
            recordedBy(
                () ->
                    assertThat(
                            widths.all(
                                true,
                                (byte) 1,
                                (short) 2,
                                'c',
                                4,
                                5L,
                                6f,
                                7d,
                                new int[] {1},
                                "x",
                                "y"))
                        .isEqualTo(2d)))
        .isEmpty();
    assertThatViolation(() -> widths.all(true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, new int[0]))
        .blames(CLIENT)
        .quoting("array.length > 0")
        .seeing("array.length", "0");
  }

  @EveryDoor
  void an_interface_that_extends_a_seam_inherits_its_clauses(Door door) {
    LoudGreeting greeting = door.guard(LoudGreeting.class, new LoudGreeting() {});

    assertThatViolation(() -> greeting.greet("")).blames(CLIENT);
    assertThatViolation(() -> greeting.shout("")).blames(CLIENT);
  }

  private enum OnlyRanges implements Ranges {
    ONE;

    @Override
    public void between(int lo, int hi, int step) {}
  }

  /** A seam with a default method. */
  public interface Greeting {
    @Requires("!name.isEmpty()")
    @Ensures("result.endsWith(name)")
    default String greet(String name) {
      return "Hello " + name;
    }
  }

  /** A seam that extends one. */
  public interface LoudGreeting extends Greeting {
    @Requires("!name.isEmpty()")
    default String shout(String name) {
      return greet(name) + "!";
    }
  }

  /** A generic seam with overloads. */
  public interface Store<K extends Comparable<K>> {
    @Requires("!key.equals(\"\")")
    @Ensures("result == key")
    K put(K key, int value);

    K put(K key, String value);
  }

  private static final class TextStore implements Store<String> {
    @Override
    public String put(String key, int value) {
      return key;
    }

    @Override
    public String put(String key, String value) {
      return key;
    }
  }

  /** Every type of parameter. */
  public interface Widths {
    @Requires("z")
    @Requires("array.length > 0")
    @Ensures("result == texts.length && old(array)[0] == array[0]")
    @Ensures("old(b) == b && old(s) == s && old(c) == c && old(i) == i && old(j) == j")
    @Ensures("old(f) == f && old(d) == d && old(z) == z")
    double all(
        boolean z,
        byte b,
        short s,
        char c,
        int i,
        long j,
        float f,
        double d,
        int[] array,
        String... texts);
  }

  private static final class HonestWidths implements Widths {
    @Override
    public double all(
        boolean z,
        byte b,
        short s,
        char c,
        int i,
        long j,
        float f,
        double d,
        int[] array,
        String... texts) {
      return List.of(texts).size();
    }
  }
}
