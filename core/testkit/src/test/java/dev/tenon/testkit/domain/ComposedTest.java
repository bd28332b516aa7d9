package dev.tenon.testkit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testkit.choice.Choices;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComposedTest {

  private static Domain place(String method) {
    Method of =
        Stream.of(Composed.Marked.class, Composed.Unmarked.class)
            .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
            .filter(each -> each.getName().equals(method))
            .findFirst()
            .orElseThrow();
    Parameter parameter = of.getParameters()[0];
    return Domains.standard().of(parameter.getAnnotatedType(), List.of(parameter), "it");
  }

  @Test
  void what_is_composed_is_taken_apart() {
    assertThat(place("percent").text()).isEqualTo("Integer from 1 to 100");
    assertThat(place("most").text()).isEqualTo("Integer from 1 to 7");
    assertThat(place("most").limits().origins()).contains("@Percent(top = 7) on it");
    assertThat(place("most").opaque()).isEmpty();
  }

  @Test
  void what_nobody_knows_is_named() {
    assertThat(place("either").opaque()).containsExactly("@ShortOrYear on it");
    assertThat(place("even").opaque()).containsExactly("@Even on it");
    assertThat(place("even").text()).isEqualTo("Integer >= 2");
  }

  @Test
  void other_groups_demand_nothing() {
    assertThat(place("grouped").text()).isEqualTo("int");
  }

  @Test
  void null_is_where_nothing_forbids_it() {
    assertThat(place("plain").holds(null)).isFalse();
    assertThat(place("nullable").holds(null)).isTrue();
    assertThat(place("open").holds(null)).isTrue();
    assertThat(place("closed").holds(null)).isFalse();
    assertThat(Objects.requireNonNull(place("list").element()).holds(null)).isTrue();
  }

  @Test
  void what_is_outside_says_of_what() {
    assertThat(place("percent").outside())
        .extracting(Variant::what)
        .containsExactly("@Percent on it: null", "@Percent on it: < 1", "@Percent on it: > 100");
    assertThat(place("most").edges())
        .extracting(Variant::what)
        .containsExactly("it: 1", "it: 2", "it: 6", "it: 7");
  }

  @Test
  void numbers_one_by_one_are_of_the_type() {
    Domain only = place("plain").narrow(Limits.only(List.of(4L)));
    assertThat(only.draw(Choices.random(1))).isEqualTo(4);
  }
}
