package dev.tenon.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Operation;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OverridingTest {

  private static final String OBJECT = "(Ljava/lang/Object;)V";
  private static final String STRING = "(Ljava/lang/String;)V";

  @Test
  void a_method_with_the_same_erased_parameters_implements_the_operation() {
    assertThat(implementsPut(Raw.class, OBJECT)).isTrue();
  }

  @Test
  void a_type_argument_is_put_in() {
    assertThat(implementsPut(OfStrings.class, STRING)).isTrue();
  }

  @Test
  void an_overload_with_another_parameter_does_not() {
    assertThat(implementsPut(OfStrings.class, "(Ljava/lang/Integer;)V")).isFalse();
  }

  @Test
  void a_type_argument_is_followed_through_a_superclass() {
    assertThat(implementsPut(Deep.class, STRING)).isTrue();
  }

  @Test
  void a_type_variable_without_argument_is_its_bound() {
    Operation take =
        new Operation(
            "take", "(Ljava/lang/Number;)V", false, List.of("n"), List.of(), List.of(), false);

    assertThat(
            Overriding.in(Numbers.class, Numbers.class)
                .implementsOperation(
                    Bounded.class, take, "take", MethodType.methodType(void.class, Integer.class)))
        .isTrue();
  }

  @Test
  void another_name_does_not() {
    Operation put = new Operation("put", OBJECT, false, List.of("x"), List.of(), List.of(), false);

    assertThat(
            Overriding.in(Raw.class, Raw.class)
                .implementsOperation(Store.class, put, "set", erased(OBJECT)))
        .isFalse();
  }

  @Test
  void a_method_of_the_seam_is_the_operation_that_a_subtype_declares() {
    Operation own = new Operation("put", STRING, false, List.of("x"), List.of(), List.of(), false);

    assertThat(
            Overriding.in(Fixing.class, Store.class)
                .implementsOperation(Fixing.class, own, "put", erased(OBJECT)))
        .isTrue();
  }

  @Test
  void an_overload_of_the_subtype_is_another_operation() {
    Operation other =
        new Operation(
            "put", "(Ljava/lang/Integer;)V", false, List.of("x"), List.of(), List.of(), false);

    assertThat(
            Overriding.in(Fixing.class, Store.class)
                .implementsOperation(Fixing.class, other, "put", erased(OBJECT)))
        .isFalse();
  }

  private static boolean implementsPut(Class<?> type, String descriptor) {
    Operation put = new Operation("put", OBJECT, false, List.of("x"), List.of(), List.of(), false);
    return Overriding.in(type, type)
        .implementsOperation(Store.class, put, "put", erased(descriptor));
  }

  private static MethodType erased(String descriptor) {
    return MethodType.fromMethodDescriptorString(descriptor, OverridingTest.class.getClassLoader());
  }

  @Test
  void a_method_of_a_generic_class_does_where_its_type_arguments_say_so() {
    Operation add =
        new Operation(
            "add", "(Ljava/lang/String;)V", false, List.of("x"), List.of(), List.of(), false);

    assertThat(
            Overriding.in(Words.class, Bag.class)
                .implementsOperation(Adder.class, add, "add", erased(OBJECT)))
        .isTrue();
    assertThat(
            Overriding.in(Numerals.class, Bag.class)
                .implementsOperation(Adder.class, add, "add", erased(OBJECT)))
        .isFalse();
  }

  private static class Bag<T> {
    @SuppressWarnings("unused")
    public void add(T x) {}
  }

  private interface Adder {
    void add(String x);
  }

  private abstract static class Words extends Bag<String> implements Adder {}

  private abstract static class Numerals extends Bag<Integer> implements Adder {}

  private interface Store<T> {
    void put(T x);
  }

  private interface Bounded<N extends Number> {
    void take(N n);
  }

  private abstract static class Numbers implements Bounded<Integer> {}

  @SuppressWarnings("rawtypes")
  private abstract static class Raw implements Store {}

  private abstract static class OfStrings implements Store<String> {}

  private abstract static class Fixing implements Store<String> {
    @Override
    public void put(String x) {}

    @SuppressWarnings("unused") // an overload
    void put(Integer x) {}
  }

  private abstract static class Middle<A, B extends Function<A, A>> implements Store<A> {}

  private abstract static class Deep extends Middle<String, Function<String, String>> {}
}
