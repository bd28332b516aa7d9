package dev.tenon.testkit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each constraint on each type, asked of the validator itself. */
class ConstraintTest {

  private static final int DRAWN = 10_000;
  private static final Map<Integer, Integer> NONE = Map.of();

  static Stream<Method> cases() {
    return Stream.of(NumberCases.class, TimeCases.class, SizeCases.class, NestedCases.class)
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .sorted(Comparator.comparing(Method::getName));
  }

  @Test
  void all_combinations_are_seen() {
    assertThat(cases().mapToInt(Method::getParameterCount).sum()).isEqualTo(484);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_drawn_is_valid(Method method) {
    Validated validated = new Validated(method);
    for (int seed = 0; seed < DRAWN; seed++) {
      validated.requireValid(validated.drawn(seed));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void edges_are_valid(Method method) {
    Validated validated = new Validated(method);
    Map<Integer, Integer> seen = new HashMap<>();
    for (int i = 0; i < method.getParameterCount(); i++) {
      for (Variant each : validated.domain(i).edges()) {
        for (int seed = 0; seed < 10; seed++) {
          validated.requireValid(validated.drawn(seed, i, each));
        }
        seen.merge(i, 1, Integer::sum);
      }
    }
    assertThat(seen).as("edges of %s", method.getName()).isNotEqualTo(NONE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_outside_is_not(Method method) {
    Validated validated = new Validated(method);
    List<Integer> without =
        IntStream.range(0, method.getParameterCount())
            .filter(i -> validated.domain(i).outside().isEmpty())
            .boxed()
            .toList();
    for (int i = 0; i < method.getParameterCount(); i++) {
      for (Variant each : validated.domain(i).outside()) {
        for (int seed = 0; seed < 100; seed++) {
          validated.requireInvalid(validated.drawn(seed, i, each), i, each);
        }
      }
    }
    assertThat(without)
        .as("parameters of %s with nothing outside", method.getName())
        .isEqualTo(List.of());
  }
}
