package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.OVERRIDE;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.verdict.Violation;
import java.util.function.Function;

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

  @EveryDoor
  void a_client_of_the_general_interface_is_the_client_of_a_lambda_too(Door door) {
    Naming lambda = text -> "";
    asked_through_the_general_interface(door, lambda);
  }

  @EveryDoor
  void a_client_of_the_general_interface_is_the_client_of_a_class(Door door) {
    asked_through_the_general_interface(door, new Nameless());
  }

  @EveryDoor
  void a_client_of_the_general_interface_is_that_of_a_class_below_the_bridge(Door door) {
    asked_through_the_general_interface(door, new StillNameless());
  }

  /** Who has a checking proxy of the seam knows the seam, whatever it calls the proxy through. */
  private static void asked_through_the_general_interface(Door door, Naming supplier) {
    Naming naming = door.guard(Naming.class, supplier);

    assertThatViolation(() -> applied(naming, null))
        .blames(door == Door.WOVEN ? OVERRIDE : CLIENT)
        .quoting("text != null")
        .client(GenericRefinementIT.class, "applied");
    Violation found =
        assertThatViolation(() -> applied(naming, "a"))
            .blames(SUPPLIER)
            .client(GenericRefinementIT.class, "applied")
            .violation();
    if (door != Door.PROXY) {
      assertThat(found.supplier().file()).isEqualTo("GenericRefinementIT.java");
      assertThat(found.supplier().line()).isNotEqualTo(found.client().line());
    }
    assertThatViolation(() -> naming.apply(null)).blames(CLIENT);
  }

  private static String applied(Function<String, String> function, String text) {
    return function.apply(text);
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

  /** Narrows what has no contract: the compiler puts a bridge into it. */
  public interface Naming extends Function<String, String> {
    @Override
    @Requires("text != null")
    @Ensures("!result.isEmpty()")
    String apply(String text);
  }

  static class Nameless implements Naming {
    @Override
    public String apply(String text) {
      return "";
    }
  }

  static final class StillNameless extends Nameless {
    @Override
    public String apply(String text) {
      return text.substring(1);
    }
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
