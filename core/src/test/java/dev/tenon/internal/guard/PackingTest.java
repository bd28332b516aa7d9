package dev.tenon.internal.guard;

import static java.lang.invoke.MethodType.methodType;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {

  private static final MethodHandle ARRAY = MethodHandles.identity(Object[].class);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 6, 7, 20})
  void an_array_has_all_that_was_given_in_order(int count) throws Throwable {
    List<Integer> given = IntStream.range(0, count).boxed().toList();

    MethodHandle collecting = Packing.collecting(ARRAY, 0, count);

    assertThat(collecting.type().parameterCount()).isEqualTo(count);
    assertThat((Object[]) collecting.invokeWithArguments(given))
        .isExactlyInstanceOf(Object[].class)
        .containsExactlyElementsOf(given);
  }

  @Test
  void an_array_is_a_new_one_each_time() throws Throwable {
    MethodHandle collecting = Packing.collecting(ARRAY, 0, 2);

    Object[] first = (Object[]) collecting.invokeWithArguments(1, 2);
    first[0] = "other";

    assertThat((Object[]) collecting.invokeWithArguments(1, 2)).containsExactly(1, 2);
  }

  @Test
  void every_primitive_comes_in_its_own_box() throws Throwable {
    List<Object> values = List.of(true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, "eight");
    MethodType wanted =
        methodType(
            Object[].class,
            boolean.class,
            byte.class,
            short.class,
            char.class,
            int.class,
            long.class,
            float.class,
            double.class,
            String.class);

    MethodHandle boxing = Packing.boxing(Packing.collecting(ARRAY, 0, values.size()), wanted);

    assertThat(boxing.type()).isEqualTo(wanted);
    assertThat((Object[]) boxing.invokeWithArguments(values)).containsExactlyElementsOf(values);
  }
}
