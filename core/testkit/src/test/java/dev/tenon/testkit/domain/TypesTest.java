package dev.tenon.testkit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.testkit.choice.Choices;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypesTest {

  private static final Domains DOMAINS = Domains.standard();

  private static Object simplest(Type type) {
    return Objects.requireNonNull(DOMAINS.of(type, "it").narrow(Limits.present()).draw(none()));
  }

  private static Choices none() {
    return Choices.of(List.of());
  }

  private static Set<Object> some(Domain domain, int many) {
    Set<Object> some = new HashSet<>();
    for (int seed = 0; seed < many; seed++) {
      some.add(domain.draw(Choices.random(seed)));
    }
    return some;
  }

  static Stream<Class<?>> types() {
    return Stream.of(
        boolean.class,
        Boolean.class,
        char.class,
        Character.class,
        byte.class,
        Byte.class,
        short.class,
        Short.class,
        int.class,
        Integer.class,
        long.class,
        Long.class,
        float.class,
        Float.class,
        double.class,
        Double.class,
        BigInteger.class,
        BigDecimal.class,
        Number.class,
        String.class,
        CharSequence.class,
        Object.class,
        Shapes.Colour.class,
        int[].class,
        byte[].class,
        boolean[].class,
        char[].class,
        double[].class,
        String[].class,
        int[][].class,
        java.util.Collection.class,
        List.class,
        Set.class,
        java.util.SortedSet.class,
        java.util.NavigableSet.class,
        java.util.Queue.class,
        java.util.Deque.class,
        Iterable.class,
        java.util.Iterator.class,
        Stream.class,
        Map.class,
        java.util.SortedMap.class,
        ArrayList.class,
        HashSet.class,
        java.util.TreeSet.class,
        java.util.LinkedList.class,
        java.util.HashMap.class,
        java.util.TreeMap.class,
        java.util.concurrent.ConcurrentMap.class,
        java.util.Optional.class,
        java.util.OptionalInt.class,
        java.util.OptionalLong.class,
        java.util.OptionalDouble.class,
        java.time.Instant.class,
        java.time.LocalDate.class,
        java.time.LocalTime.class,
        java.time.LocalDateTime.class,
        java.time.ZonedDateTime.class,
        java.time.OffsetDateTime.class,
        java.time.OffsetTime.class,
        java.time.Year.class,
        java.time.YearMonth.class,
        java.time.MonthDay.class,
        java.time.Duration.class,
        java.time.Period.class,
        java.time.DayOfWeek.class,
        java.time.Month.class,
        java.time.ZoneId.class,
        java.util.Date.class,
        java.util.Calendar.class,
        java.util.UUID.class,
        java.net.URI.class,
        java.util.Locale.class,
        java.util.Currency.class,
        Class.class,
        java.nio.file.Path.class,
        Supplier.class,
        Predicate.class,
        Runnable.class,
        java.util.function.Function.class,
        java.util.function.IntBinaryOperator.class,
        Shapes.Shape.class,
        Shapes.Money.class,
        Shapes.Wallet.class,
        Shapes.Node.class,
        Shapes.Even.class,
        Shapes.Named.class,
        Shapes.Factored.class,
        Shapes.Built.class,
        Shapes.Bean.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void each_type_has_values_that_its_domain_holds(Class<?> type) {
    Domain domain = DOMAINS.of(type, "it").narrow(Limits.present());
    for (int seed = 0; seed < 200; seed++) {
      Object drawn = domain.draw(Choices.random(seed));
      assertThat(drawn).isInstanceOf(Types.boxed(type));
      assertThat(domain.holds(drawn)).as("%s holds %s", domain, drawn).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void the_same_choices_give_the_same_value(Class<?> type) {
    Domain domain = DOMAINS.of(type, "it");
    for (int seed = 0; seed < 50; seed++) {
      Choices choices = Choices.random(seed);
      String drawn = shown(domain.draw(choices));
      assertThat(shown(domain.draw(Choices.of(choices.made())))).isEqualTo(drawn);
    }
  }

  private static String shown(Object value) {
    String text =
        String.valueOf(
            (Object)
                org.assertj.core.presentation.StandardRepresentation.STANDARD_REPRESENTATION
                    .toStringOf(value));
    return text.replaceAll("@[0-9a-f]+", "");
  }

  @ParameterizedTest
  @MethodSource("types")
  void edges_can_be_drawn_and_are_inside(Class<?> type) {
    Domain domain = DOMAINS.of(type, "it");
    for (Variant each : domain.edges()) {
      assertThat(domain.holds(each.domain().draw(Choices.random(1)))).as("%s", each).isTrue();
    }
  }

  @Test
  void the_simplest_is_what_no_choice_makes() {
    assertThat(simplest(int.class)).isEqualTo(0);
    assertThat(simplest(Long.class)).isEqualTo(0L);
    assertThat(simplest(double.class)).isEqualTo(0.0);
    assertThat(simplest(BigDecimal.class)).isEqualTo(BigDecimal.ZERO);
    assertThat(simplest(String.class)).isEqualTo("");
    assertThat(simplest(boolean.class)).isEqualTo(false);
    assertThat(simplest(Shapes.Colour.class)).isEqualTo(Shapes.Colour.RED);
    assertThat(simplest(List.class)).isEqualTo(List.of());
    assertThat(simplest(Map.class)).isEqualTo(Map.of());
    assertThat(simplest(int[].class)).isEqualTo(new int[0]);
    assertThat(simplest(Shapes.Shape.class)).isEqualTo(Shapes.Colour2.PLAIN);
    assertThat(simplest(Shapes.Money.class)).isEqualTo(new Shapes.Money(0, Shapes.Colour.RED));
  }

  @Test
  void the_simplest_of_an_interval_is_nearest_to_zero() {
    Domain numbers = DOMAINS.of(int.class, "it");
    assertThat(numbers.narrow(Limits.number(Interval.of(5, 9))).draw(none())).isEqualTo(5);
    assertThat(numbers.narrow(Limits.number(Interval.of(-9, -5))).draw(none())).isEqualTo(-5);
  }

  @Test
  void remainders_are_by_construction() {
    Domain domain =
        DOMAINS
            .of(long.class, "it")
            .narrow(
                Limits.step(new Limits.Step(BigInteger.valueOf(97), BigInteger.valueOf(3), true)))
            .narrow(Limits.step(new Limits.Step(BigInteger.TEN, BigInteger.valueOf(4), true)))
            .narrow(Limits.step(new Limits.Step(BigInteger.TWO, BigInteger.ONE, false)));
    for (Object each : some(domain, 300)) {
      assertThat((long) each % 97).isEqualTo(3);
      assertThat((long) each % 10).isEqualTo(4);
    }
  }

  @Test
  void what_is_excepted_is_never_drawn_and_only_is_all() {
    Domain digits = DOMAINS.of(int.class, "it").narrow(Limits.number(Interval.of(0, 5)));
    assertThat(some(digits.narrow(Limits.except(List.of(0, 3L))), 100))
        .containsExactlyInAnyOrder(1, 2, 4, 5);
    assertThat(some(digits.narrow(Limits.only(List.of(2, 4, 8))), 100))
        .containsExactlyInAnyOrder(2, 4);
    assertThatThrownBy(() -> digits.narrow(Limits.only(List.of(8))))
        .isInstanceOf(EmptyDomainException.class);
  }

  @Test
  void bounds_are_drawn_often() {
    Domain domain = DOMAINS.of(int.class, "it").narrow(Limits.number(Interval.of(-1000, 1000)));
    int ends = 0;
    for (int seed = 0; seed < 900; seed++) {
      ends +=
          Math.abs((int) Objects.requireNonNull(domain.draw(Choices.random(seed)))) >= 998 ? 1 : 0;
    }
    assertThat(ends).isBetween(90, 400);
  }

  @Test
  void null_is_rare_where_it_may_be() {
    Domain domain = DOMAINS.of(Integer.class, "it");
    long nulls = 0;
    for (int seed = 0; seed < 800; seed++) {
      nulls += domain.draw(Choices.random(seed)) == null ? 1 : 0;
    }
    assertThat(nulls).isBetween(50L, 150L);
  }

  @Test
  void a_set_of_few_has_all_of_them() throws Exception {
    Domain colours = DOMAINS.of(parameter("colours"), "it").narrow(Limits.present());
    Domain all = colours.narrow(Limits.size(Interval.of(3, 3)));
    assertThat((Set<?>) all.draw(Choices.random(1))).hasSize(3);
    assertThatThrownBy(() -> colours.narrow(Limits.size(Interval.of(5, 5))))
        .isInstanceOf(EmptyDomainException.class);
  }

  @SuppressWarnings("unused")
  private static void colours(Set<Shapes.@org.jspecify.annotations.NonNull Colour> colours) {}

  private static Type parameter(String method) throws NoSuchMethodException {
    return TypesTest.class.getDeclaredMethod(method, Set.class).getGenericParameterTypes()[0];
  }

  @Test
  void lists_are_sometimes_sorted_and_sometimes_constant() {
    Domain lists = DOMAINS.of(int[].class, "it").narrow(Limits.size(Interval.of(6, 6)));
    int sorted = 0;
    int constant = 0;
    for (int seed = 0; seed < 200; seed++) {
      int[] drawn =
          (int[]) Objects.requireNonNull(lists.narrow(Limits.present()).draw(Choices.random(seed)));
      int[] copy = drawn.clone();
      java.util.Arrays.sort(copy);
      sorted += java.util.Arrays.equals(copy, drawn) ? 1 : 0;
      constant += java.util.Arrays.stream(drawn).distinct().count() == 1 ? 1 : 0;
    }
    assertThat(sorted).isGreaterThan(20);
    assertThat(constant).isGreaterThan(8);
  }

  @Test
  void provided_generators_are_used_and_filtered() {
    Domains provided =
        Domains.of(
            Map.of(
                Shapes.Unknown.class, Arbitraries.of(7, 8).<Shapes.Unknown>map(each -> () -> each),
                Integer.class, Arbitraries.integers().between(1, 20)),
            Clock.systemUTC(),
            Joint.APART);
    Domain unknown = provided.of(Shapes.Unknown.class, "it").narrow(Limits.present());
    assertThat(((Shapes.Unknown) Objects.requireNonNull(unknown.draw(Choices.random(3)))).answer())
        .isIn(7, 8);
    Domain high =
        provided
            .of(Integer.class, "it")
            .narrow(Limits.present().and(Limits.number(Interval.of(15, 30))));
    assertThat(some(high, 50)).allSatisfy(each -> assertThat((int) each).isBetween(15, 20));
  }
}
