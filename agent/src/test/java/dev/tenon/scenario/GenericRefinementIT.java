package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** Subtypes that fix the type arguments of a seam and add clauses of their own. */
@SuppressWarnings("unchecked") // a class literal has no type arguments
class GenericRefinementIT implements Scenario {

  @EveryDoor
  void a_call_that_every_declaration_refuses_names_all_clauses(Door door) {
    Shelf<String, Integer> shelf = door.guard(Shelf.class, new Counter(0));

    assertThatViolation(() -> shelf.put("", 0))
        .blames(CLIENT)
        .quoting("!key.equals(\"\")")
        .alsoFalse("key.length() > 1", "value > 0");
  }

  @EveryDoor
  void a_guarantee_of_the_seam_holds(Door door) {
    Shelf<String, Integer> shelf = door.guard(Shelf.class, new Counter(null));

    assertThatViolation(() -> shelf.put("ab", 1)).blames(SUPPLIER).quoting("result != null");
  }

  @EveryDoor
  void a_guarantee_that_a_sub_interface_adds_holds(Door door) {
    Shelf<String, Integer> shelf = door.guard(Shelf.class, new Counter(-1));

    assertThatViolation(() -> shelf.put("ab", 1))
        .blames(SUPPLIER)
        .quoting("result == null || result.compareTo(value) >= 0");
  }

  @EveryDoor
  void a_guarantee_that_the_class_adds_holds(Door door) {
    Shelf<String, Integer> shelf = door.guard(Shelf.class, new Counter(100));

    assertThatViolation(() -> shelf.put("ab", 1))
        .blames(SUPPLIER)
        .quoting("result == null || result < 100");
  }

  @EveryDoor
  void an_argument_of_another_type_fails_as_it_does_without_a_contract(Door door) {
    Shelf<String, Object> shelf = door.guard(Shelf.class, (Shelf<String, Object>) polluted());

    Throwable thrown = catchThrowable(() -> shelf.put("ab", "no number"));

    assertThat(thrown).isInstanceOf(ClassCastException.class);
    assertThat(thrown.getStackTrace()[0].getClassName()).isEqualTo(Counter.class.getName());
  }

  private static Object polluted() {
    return new Counter(1);
  }

  /** A generic seam. */
  public interface Shelf<K, V> {
    @Requires("!key.equals(\"\")")
    @Ensures("result != null")
    V put(K key, V value);
  }

  /** Fixes one argument and bounds the other. */
  public interface SortedShelf<V extends Comparable<V>> extends Shelf<String, V> {
    @Override
    @Requires("key.length() > 1")
    @Ensures("result == null || result.compareTo(value) >= 0")
    V put(String key, V value);
  }

  /** Fixes the last argument. */
  static final class Counter implements SortedShelf<Integer> {
    private final Integer answer;

    Counter(Integer answer) {
      this.answer = answer;
    }

    @Override
    @Requires("value > 0")
    @Ensures("result == null || result < 100")
    public Integer put(String key, Integer value) {
      return answer;
    }
  }
}
