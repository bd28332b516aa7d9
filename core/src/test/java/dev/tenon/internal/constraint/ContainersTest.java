package dev.tenon.internal.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.Flag;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContainersTest {

  private static final MethodHandle IS_PRESENT = Linking.isPresent(Object.class);
  private static final Flag FLAG = new Flag();

  @Test
  void a_container_of_any_type_holds_when_all_in_it_does() {
    assertThat(
            Stream.<Iterable<?>>of(
                new ArrayList<>(List.of(1, 2)),
                List.of(),
                List.of(1),
                List.of(1, 2),
                List.of(1, 2, 3),
                Arrays.asList(1, 2),
                new LinkedList<>(List.of(1, 2)),
                new HashSet<>(List.of(1, 2))))
        .allSatisfy(container -> assertThat(holds(container)).isTrue());
  }

  @Test
  void a_container_of_any_type_is_broken_by_its_last_element() {
    List<Integer> elements = Arrays.asList(1, 2, null);
    assertThat(
            Stream.<Iterable<?>>of(
                elements,
                elements.stream().toList(),
                new ArrayList<>(elements),
                new LinkedList<>(elements),
                new HashSet<>(elements)))
        .allSatisfy(container -> assertThat(holds(container)).isFalse());
  }

  @Test
  void a_list_of_the_application_is_asked_for_its_own_iterator() {
    List<Object> list = new EmptyToItsIterator();
    list.add(null);

    assertThat(holds(list)).isTrue();
  }

  private static boolean holds(Iterable<?> container) {
    try {
      return Containers.each(IS_PRESENT, () -> FLAG, container);
    } catch (Throwable thrown) {
      throw new AssertionError(thrown);
    }
  }

  private static final class EmptyToItsIterator extends ArrayList<Object> {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Object> iterator() {
      return Collections.emptyIterator();
    }
  }
}
