package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.Carrier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@code old} keeps: copies with the equality of the original, or a warning. */
class OldTest {

  private static final String SOURCE =
      """
      package a;
      import dev.tenon.contract.*;
      import java.util.*;
      interface A {
        int[] array(); List<String> list(); Set<String> set(); SortedSet<String> sortedSet();
        Map<String, Integer> map(); SortedMap<String, Integer> sortedMap();
        Collection<String> collection(); List<? extends Number> numbers();
        @Ensures("old(array()) == null || Arrays.equals(old(array()), array())") void array1();
        @Ensures("Objects.equals(old(list()), list())") void list1();
        @Ensures("Objects.equals(old(set()), set()) && (old(set()) == null || old(set()).contains(\\"A\\"))") void set1();
        @Ensures("old(sortedSet()).contains(\\"A\\")") void sortedSet1();
        @Ensures("Objects.equals(old(map()), map())") void map1();
        @Ensures("old(sortedMap()).containsKey(\\"A\\")") void sortedMap1();
        @Ensures("Objects.equals(old(collection()), collection())") void collection1();
        @Ensures("old(numbers()).size() == 1") void numbers1();
      }
      """;

  private final Compilation compilation = Compilation.of("a.A", SOURCE).run();
  private final ClassLoader loader = compilation.loader();
  private final Companion companion = Companion.of(loader, "a.A");

  private @Nullable Object captured(String operation, String query, @Nullable Object value) {
    Map<String, @Nullable Object> answers = new HashMap<>();
    answers.put(query, value);
    Carrier carrier = companion.capture(operation, Suppliers.answering(loader, "a.A", answers));
    assertThat(carrier.failed).isNull();
    return Companion.exit(carrier)[0];
  }

  private static SortedSet<String> ignoringCase() {
    SortedSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.add("a");
    return set;
  }

  @Test
  void copies_are_no_warning_but_a_note() {
    assertThat(compilation.warnings()).isEmpty();
    assertThat(compilation.notes()).contains("A.java:9:32: old(list()) is copied at each entry");
  }

  @Test
  void null_stays_null() {
    Stream.of("array", "list", "set", "sortedSet", "map", "sortedMap", "collection")
        .forEach(each -> assertThat(captured(each + "1", each, null)).isNull());
  }

  @Test
  void an_array_is_copied() {
    int[] array = {1, 2};

    assertThat(captured("array1", "array", array)).isEqualTo(array).isNotSameAs(array);
  }

  @Test
  void a_list_with_nulls_is_copied() {
    List<@Nullable String> list = new ArrayList<>(Arrays.asList("a", null));

    assertThat(captured("list1", "list", list)).isEqualTo(list).isNotSameAs(list);
  }

  @Test
  void a_set_keeps_its_equality() {
    assertThat(captured("set1", "set", new HashSet<>(List.of("a"))))
        .isEqualTo(new HashSet<>(List.of("a")));
    assertThat(((Collection<?>) captured("set1", "set", ignoringCase())).contains("A")).isTrue();
  }

  @Test
  void a_sorted_set_keeps_its_comparator() {
    SortedSet<String> set = ignoringCase();

    Object copy = captured("sortedSet1", "sortedSet", set);

    assertThat(copy).isNotSameAs(set).isInstanceOf(SortedSet.class);
    assertThat(((SortedSet<?>) copy).comparator()).isSameAs((Object) set.comparator());
  }

  @Test
  void a_map_keeps_its_equality() {
    SortedMap<String, Integer> sorted = new TreeMap<>(Comparator.reverseOrder());
    sorted.put("a", 1);

    assertThat(captured("map1", "map", sorted)).isInstanceOf(SortedMap.class).isEqualTo(sorted);
    assertThat(captured("map1", "map", new IdentityHashMap<>(sorted)))
        .isInstanceOf(IdentityHashMap.class);
    assertThat(captured("map1", "map", new HashMap<>(sorted))).isEqualTo(sorted);
  }

  @Test
  void a_collection_is_copied_as_what_it_is() {
    assertThat(captured("collection1", "collection", ignoringCase())).isInstanceOf(SortedSet.class);
    assertThat(captured("collection1", "collection", new ArrayList<>(List.of("a"))))
        .isEqualTo(List.of("a"));
    assertThat(captured("collection1", "collection", new ArrayDeque<>(List.of("a"))))
        .isEqualTo(List.of("a"));
  }

  @Test
  void copying_holds_the_flag() {
    assertThat(companion.operation("list1").guardedCapture()).isTrue();
  }

  private static Compilation aliasing(String on, String... options) {
    return Compilation.of(
            "a.B",
            """
            package a;
            import dev.tenon.contract.*;
            interface B {
              StringBuilder text();
              record P(int x, String y) {}
              record Q(int[] x) {}
              P p(); Q q(); java.time.Instant at(); Thread.State state();
              @Ensures("old(p()).x() == 1 && old(at()) != null && old(state()) != null")
              void immutable();
              %s
              @Ensures("old(text()) == text()")
              void alias();
            }
            """
                .formatted(on))
        .options(options)
        .run();
  }

  private static final String ALIAS =
      "B.java:11:17: old(text()) is an alias: a java.lang.StringBuilder is not copied, so it may"
          + " show the new state; take old of a value of it, or suppress with"
          + " @SuppressWarnings(\"tenon\")";

  @Test
  void an_alias_is_warned_about() {
    assertThat(aliasing("").warnings()).containsExactly(ALIAS);
  }

  @Test
  void the_warning_can_be_suppressed() {
    assertThat(aliasing("@SuppressWarnings(\"tenon\")").warnings()).isEmpty();
  }

  @Test
  void the_warning_can_be_an_error_or_a_note() {
    assertThat(aliasing("", "-Atenon.warnings=error").errors()).containsExactly(ALIAS);
    assertThat(aliasing("", "-Atenon.warnings=note").notes()).contains(ALIAS);
    assertThat(aliasing("", "-Atenon.warnings=note").warnings()).isEmpty();
  }

  @Test
  void an_unknown_kind_of_warning_is_an_error() {
    assertThat(aliasing("", "-Atenon.warnings=notes").errors())
        .containsExactly(
            ":-1:-1: -Atenon.warnings=notes: valid are error, warning, note; did you mean"
                + " 'note'?");
  }
}
