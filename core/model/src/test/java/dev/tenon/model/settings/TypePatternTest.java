package dev.tenon.model.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.acme..*      | com.acme.A",
        "com.acme..*      | com.acme.x.B",
        "com.acme..*      | com.acme.x.y.B$C",
        "com.acme.*       | com.acme.A",
        "com.acme.A       | com.acme.A",
        "com.*.api.*      | com.acme.api.A",
        "com..api..*      | com.acme.x.api.y.A",
        "com..api..*      | com.api.A",
        "com.acme..*Vault | com.acme.x.HonestVault",
        "com.acme.A*      | com.acme.A$B",
        "..$Proxy*        | jdk.proxy2.$Proxy12",
        "..$Proxy*        | $Proxy12",
        "*                | com.acme.A",
        "com.a..*,org.b..*| org.b.A",
      })
  void a_type_whose_name_has_the_form_matches(String pattern, String name) {
    assertThat(TypePattern.of(pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.acme..*      | com.acme",
        "com.acme..*      | com.acmeother.A",
        "com.acme.*       | com.acme.x.B",
        "com.acme.A       | com.acme.AB",
        "com.acme.A       | com.acme.A$B",
        "com..api..*      | com.apis.A",
        "com.acme..*Vault | com.acme.x.Vaults",
        "com.a..*,org.b..*| org.c.A",
      })
  void a_type_whose_name_has_another_form_does_not(String pattern, String name) {
    assertThat(TypePattern.of(pattern).matches(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme..*, !com.acme.x..*", "!com.acme.x..*,com.acme..*"})
  void an_exclamation_mark_excludes_wherever_it_stands(String pattern) {
    TypePattern types = TypePattern.of(pattern);

    assertThat(types.matches("com.acme.A")).isTrue();
    assertThat(types.matches("com.acme.x.B")).isFalse();
  }

  @Test
  void a_pattern_that_only_excludes_is_all_but_these() {
    TypePattern types = TypePattern.of("!com.acme..*");

    assertThat(types.matches("org.b.A")).isTrue();
    assertThat(types.matches("com.acme.A")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "com.acme.",
        "com.acme..",
        ".com",
        "a...b",
        "a,,b",
        "com acme",
        "a-b",
        "!",
        "a#b"
      })
  void a_malformed_pattern_is_refused_and_told_what_one_looks_like(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TypePattern.of(text))
        .withMessageContaining("is no type pattern")
        .withMessageContaining("com.acme.*")
        .withMessageContaining("com.acme..*");
  }

  @Test
  void equal_texts_are_equal_patterns() {
    assertThat(TypePattern.of("a.*")).isEqualTo(TypePattern.of("a.*")).hasToString("a.*");
  }
}
