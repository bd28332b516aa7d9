package dev.tenon.testkit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.choice.Shrinker;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;

class MadeTest {

  private static final Domains DOMAINS = Domains.standard();

  private static <T> List<T> some(Class<T> type, Domain domain) {
    List<T> some = new ArrayList<>();
    for (int seed = 0; seed < 200; seed++) {
      some.add(type.cast(domain.draw(Choices.random(seed))));
    }
    return some;
  }

  private static <T> List<T> some(Class<T> type) {
    return some(type, DOMAINS.of(type, "it").narrow(Limits.present()));
  }

  private static Domain place(String method, int index) {
    Method of =
        Arrays.stream(Shapes.Places.class.getDeclaredMethods())
            .filter(each -> each.getName().equals(method))
            .findFirst()
            .orElseThrow();
    Parameter parameter = of.getParameters()[index];
    return DOMAINS.of(parameter.getAnnotatedType(), List.of(parameter), "it");
  }

  @Test
  void objects_obey_their_own_constraints() {
    assertThat(some(Shapes.Money.class))
        .allSatisfy(each -> assertThat(each.amount()).isNotNegative());
    assertThat(some(Shapes.Bean.class))
        .allSatisfy(each -> assertThat(each.getAge()).isGreaterThanOrEqualTo(18))
        .allSatisfy(each -> assertThat(each.getName()).isNotBlank());
    assertThat(some(Shapes.Named.class))
        .allSatisfy(each -> assertThat(each.name()).hasSizeLessThan(3));
    assertThat(some(Shapes.Factored.class))
        .allSatisfy(each -> assertThat(each.size).isGreaterThanOrEqualTo(7));
    assertThat(some(Shapes.Built.class))
        .allSatisfy(each -> assertThat(each.count).isGreaterThanOrEqualTo(5))
        .allSatisfy(each -> assertThat(each.text).hasSize(3));
  }

  @Test
  void what_a_generator_gives_again_and_again_is_copied() {
    List<String> shared = new ArrayList<>(List.of("a"));
    Domain lists =
        Domains.of(
                Map.of(List.class, Arbitraries.of(List.of(shared))), Clock.systemUTC(), Joint.APART)
            .of(List.class, "it");

    assertThat(lists.draw(Choices.random(1))).isEqualTo(shared).isNotSameAs(shared);
  }

  @Test
  void constraints_of_type_arguments_reach_the_parts() {
    assertThat(some(Shapes.Pair.class, place("generic", 0)))
        .allSatisfy(each -> assertThat((String) each.first()).isNotBlank())
        .allSatisfy(
            each ->
                assertThat((List<?>) each.second())
                    .allSatisfy(one -> assertThat((Integer) one).isGreaterThanOrEqualTo(3)));
  }

  @Test
  void all_classes_of_a_sealed_one_are_drawn() {
    Set<Class<?>> drawn = new HashSet<>();
    some(Shapes.Shape.class).forEach(each -> drawn.add(each.getClass()));
    assertThat(drawn)
        .containsExactlyInAnyOrder(
            Shapes.Circle.class, Shapes.Square.class, Shapes.Group.class, Shapes.Colour2.class);
  }

  @Test
  void nested_types_end() {
    assertThat(some(Shapes.Node.class)).hasSize(200);
    assertThatThrownBy(() -> DOMAINS.of(Shapes.Endless.class, "it").draw(Choices.of(List.of())))
        .isInstanceOf(NoValueException.class)
        .hasMessageContaining("without end");
  }

  @Test
  void a_constructor_that_refuses_is_asked_again() {
    assertThat(some(Shapes.Even.class)).allSatisfy(each -> assertThat(each.number()).isEven());
    assertThatThrownBy(() -> DOMAINS.of(Shapes.Never.class, "it").draw(Choices.of(List.of())))
        .isInstanceOf(NoValueException.class)
        .hasMessageContaining("java.lang.IllegalStateException: not ");
  }

  @Test
  void a_type_that_nobody_can_make_says_what_to_write() {
    assertThatThrownBy(() -> place("unknown", 0))
        .isInstanceOf(NoValueException.class)
        .hasMessage(
            "no way to make dev.tenon.testkit.domain.Shapes.Unknown for it: add to the suite "
                + " @Provide Arbitrary<Unknown> unknowns() { ... }");
  }

  @Test
  void an_empty_intersection_names_both() {
    assertThatThrownBy(() -> place("conflicting", 0))
        .isInstanceOf(EmptyDomainException.class)
        .hasMessageContaining("@Min(10) and @Max(5) on it leave nothing");
  }

  @Test
  void the_order_of_constraints_does_not_matter() {
    for (int seed = 0; seed < 500; seed++) {
      Object one = place("several", 0).draw(Choices.random(seed));
      assertThat(place("several", 1).draw(Choices.random(seed))).isEqualTo(one);
    }
  }

  @Test
  void parts_are_narrowed() {
    Domain money = DOMAINS.of(Shapes.Money.class, "it").narrow(Limits.present());
    Domain amount = Objects.requireNonNull(money.part("amount"));
    Domain rich = money.with("amount", amount.narrow(Limits.number(Interval.of(100, 200))));
    assertThat(some(Shapes.Money.class, rich))
        .allSatisfy(each -> assertThat(each.amount()).isBetween(100L, 200L));
    assertThat(Objects.requireNonNull(DOMAINS.of(Shapes.Bean.class, "it").part("getAge")).text())
        .isEqualTo("int >= 18");
  }

  @Test
  void parts_are_drawn_jointly_where_that_is_asked() {
    Joint twins =
        (type, parts, choices) -> {
          Map<String, Object> drawn = Joint.APART.draw(type, parts, choices);
          drawn.computeIfPresent("side", (name, side) -> 4);
          return drawn;
        };
    Domain squares = Domains.of(Map.of(), Validated.NOON, twins).of(Shapes.Square.class, "it");
    assertThat(some(Shapes.Square.class, squares.narrow(Limits.present())))
        .allSatisfy(each -> assertThat(each.side()).isEqualTo(4));
  }

  @Test
  void a_failing_list_shrinks_to_the_least() throws Exception {
    Type lists =
        MadeTest.class.getDeclaredMethod("lists", List.class).getGenericParameterTypes()[0];
    Domain domain = DOMAINS.of(lists, "it").narrow(Limits.present());
    for (int seed = 0; seed < 400; seed++) {
      Choices choices = Choices.random(seed);
      if (isFailing(domain.draw(choices))) {
        List<BigInteger> least =
            Shrinker.shrink(choices, 2_000, each -> isFailing(domain.draw(each)));
        assertThat(domain.draw(Choices.of(least))).as("seed %s", seed).isEqualTo(List.of(1_000));
      }
    }
  }

  private static boolean isFailing(Object list) {
    return ((List<?>) list).stream().anyMatch(each -> each != null && (Integer) each >= 1_000);
  }

  @SuppressWarnings("unused")
  private static void lists(List<Integer> lists) {}
}
