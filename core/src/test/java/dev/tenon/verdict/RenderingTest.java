package dev.tenon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RenderingTest {

  private final Rendering safe = new Rendering(false);

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(null, "null"),
        Arguments.of("a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\""),
        Arguments.of("one\ntwo\r\t", "\"one\\ntwo\\r\\t\""),
        Arguments.of("", "\"\""),
        Arguments.of("käse 鍵 🔑", "\"käse 鍵 🔑\""),
        Arguments.of("\u0000\u202eevil\u2028", "\"\\u0000\\u202eevil\\u2028\""),
        Arguments.of("\ud83d", "\"\\ud83d\""),
        Arguments.of('x', "'x'"),
        Arguments.of('\'', "'\\''"),
        Arguments.of('\n', "'\\n'"),
        Arguments.of(true, "true"),
        Arguments.of((byte) 1, "1"),
        Arguments.of(142L, "142"),
        Arguments.of(0.5f, "0.5"),
        Arguments.of(Double.NaN, "NaN"),
        Arguments.of(new BigInteger("12345678901234567890"), "12345678901234567890"),
        Arguments.of(new BigDecimal("1.20"), "1.20"),
        Arguments.of(new BigDecimal("1E+1000000000"), "1E+1000000000"),
        Arguments.of(LocalDate.of(2026, 1, 2), "2026-01-02"),
        Arguments.of(Duration.ofMinutes(3), "PT3M"),
        Arguments.of(ZoneId.of("Europe/Paris"), "Europe/Paris"),
        Arguments.of(new UUID(1, 2), "00000000-0000-0001-0000-000000000002"),
        Arguments.of(URI.create("urn:a:b"), "urn:a:b"),
        Arguments.of(Locale.UK, "en_GB"),
        Arguments.of(TimeUnit.DAYS, "DAYS"),
        Arguments.of(String.class, "java.lang.String"),
        Arguments.of(long[][].class, "long[][]"),
        Arguments.of(Optional.empty(), "Optional.empty"),
        Arguments.of(Optional.of("a"), "Optional[\"a\"]"),
        Arguments.of(OptionalInt.of(3), "OptionalInt[3]"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_of_the_jdk_is_shown_in_full(Object value, String text) {
    assertThat(safe.render(value)).isEqualTo(text);
  }

  static Stream<Arguments> collections() {
    return Stream.of(
        Arguments.of(new long[3], "long[] (size 3)"),
        Arguments.of(new String[2][5], "java.lang.String[][] (size 2)"),
        Arguments.of(new ArrayList<>(List.of(1, 2)), "java.util.ArrayList (size 2)"),
        Arguments.of(List.of(1, 2, 3), "java.util.List (size 3)"),
        Arguments.of(Set.of(), "java.util.Set (size 0)"),
        Arguments.of(Map.of("a", 1), "java.util.Map (size 1)"),
        Arguments.of(EnumSet.of(TimeUnit.DAYS), "java.util.Set (size 1)"));
  }

  @ParameterizedTest
  @MethodSource("collections")
  void an_array_a_collection_or_a_map_is_its_type_and_size(Object value, String text) {
    assertThat(safe.render(value)).isEqualTo(text);
  }

  @Test
  void the_size_of_a_view_is_not_asked_for_since_the_list_behind_it_may_do_anything() {
    assertThat(safe.render(Collections.unmodifiableList(new ForbiddenList())))
        .isEqualTo("java.util.List");
  }

  @Test
  void the_size_of_a_collection_with_a_lock_is_not_asked_for() {
    assertThat(safe.render(new Vector<>(List.of(1)))).isEqualTo("java.util.Vector");
  }

  @Test
  void the_size_of_an_applications_collection_is_not_asked_for() {
    assertThat(safe.render(new ForbiddenList()))
        .isEqualTo("dev.tenon.verdict.RenderingTest$ForbiddenList");
  }

  @Test
  void a_long_value_is_cut_visibly() {
    assertThat(safe.render("x".repeat(157))).isEqualTo("\"" + "x".repeat(120) + "\"…(+37)");
    assertThat(safe.render("x".repeat(120))).isEqualTo("\"" + "x".repeat(120) + "\"");
  }

  @Test
  void a_cut_parts_no_escape_and_no_character() {
    assertThat(safe.render("x".repeat(119) + "\n\n")).endsWith("x\"…(+2)");
    assertThat(safe.render("x".repeat(119) + "🔑")).endsWith("x\"…(+2)");
  }

  @Test
  void a_number_whose_digits_take_long_is_its_type_and_size() {
    assertThat(safe.render(BigInteger.ONE.shiftLeft(10_000_000)))
        .isEqualTo("java.math.BigInteger (10000001 bits)");
    assertThat(safe.render(new BigDecimal(BigInteger.ONE.shiftLeft(10_000_000))))
        .isEqualTo("java.math.BigDecimal (10000001 bits)");
  }

  @Test
  void a_subclass_of_a_jdk_value_is_its_type() {
    assertThat(safe.render(new Talking("1"))).isEqualTo("dev.tenon.verdict.RenderingTest$Talking");
  }

  private static final class Talking extends BigInteger {

    private static final long serialVersionUID = 1L;

    Talking(String digits) {
      super(digits);
    }

    @Override
    public String toString() {
      throw new AssertionError("application code ran");
    }
  }

  private static final class ForbiddenList extends AbstractList<String> {

    @Override
    public String get(int index) {
      throw new AssertionError("application code ran");
    }

    @Override
    public int size() {
      throw new AssertionError("application code ran");
    }
  }
}
