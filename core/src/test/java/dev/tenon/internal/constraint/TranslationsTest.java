package dev.tenon.internal.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tenon.contract.companion.Flag;
import dev.tenon.internal.constraint.Dialect.Blank;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.valueextraction.Unwrapping;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The answers that one would not guess, each by name. */
@Tag("every-validator")
class TranslationsTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-29T12:00:00Z"), ZoneOffset.UTC);

  private static final Flag FLAG = new Flag();

  /** The constraints; each is found by the name of what it is on. */
  @SuppressWarnings("unused")
  private interface On {
    void min(@Min(0) int value);

    void max(@Max(Long.MAX_VALUE) int value);

    void minFloat(@Min(16777217) int value);

    void decimalMax(@DecimalMax("0.1") int value);

    void above(@DecimalMin(value = "0", inclusive = false) int value);

    void huge(@DecimalMin("1E+1000000000") int value);

    void noDecimal(@DecimalMin("oops") int value);

    void positive(@Positive int value);

    void positiveOrZero(@PositiveOrZero int value);

    void digits(@Digits(integer = 3, fraction = 1) int value);

    void noDigits(@Digits(integer = -1, fraction = 1) int value);

    void size(@Size(min = 1, max = 3) int value);

    void crossed(@Size(min = 5, max = 3) int value);

    void below(@Size(min = -1) int value);

    void notEmpty(@NotEmpty int value);

    void notBlank(@NotBlank int value);

    void notNull(@NotNull int value);

    void isNull(@Null int value);

    void unwrapped(@NotNull(payload = Unwrapping.Unwrap.class) int value);

    void pattern(@Pattern(regexp = "[a-z]+") int value);

    void flags(@Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE) int value);

    void noPattern(@Pattern(regexp = "[") int value);

    void email(@Email int value);

    void past(@Past int value);

    void pastOrPresent(@PastOrPresent int value);

    void assertTrue(@AssertTrue int value);
  }

  /** A collection of the application, which sees whether the flag is held. */
  private static final class Watching extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
    private final transient List<Boolean> seen = new ArrayList<>();
    private boolean isFailing;

    @Override
    public int size() {
      seen.add(FLAG.on);
      if (isFailing) {
        throw new IllegalStateException("size");
      }
      return 2;
    }
  }

  /** A collection of the application. */
  private static final class Quiet extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public int size() {
      return 2;
    }
  }

  @Test
  void nan_fails_min_and_max_and_signs() {
    assertThat(holds("min", double.class, Double.NaN)).isFalse();
    assertThat(holds("max", double.class, Double.NaN)).isFalse();
    assertThat(holds("positive", Float.class, Float.NaN)).isFalse();
  }

  @Test
  void nan_known_only_as_a_number_is_positive() {
    assertThat(holds("positive", Number.class, Double.NaN)).isTrue();
    assertThat(holds("min", Number.class, Double.NaN)).isFalse();
  }

  @Test
  void negative_zero_is_below_a_whole_bound_and_at_a_decimal_one() {
    assertThat(holds("min", double.class, -0.0)).isFalse();
    assertThat(holds("positiveOrZero", double.class, -0.0)).isFalse();
    assertThat(holds("above", double.class, -0.0)).isFalse();
    assertThat(holds("above", double.class, Double.MIN_VALUE)).isTrue();
  }

  @Test
  void the_greatest_long_as_a_bound_is_rounded_for_a_double() {
    assertThat(holds("max", double.class, 0x1p63)).isTrue();
    assertThat(holds("max", double.class, Math.nextUp(0x1p63))).isFalse();
    assertThat(holds("max", Number.class, new BigDecimal("9223372036854775808"))).isFalse();
  }

  @Test
  void a_whole_bound_is_rounded_for_a_float() {
    assertThat(holds("minFloat", float.class, 16777216f)).isTrue();
    assertThat(holds("minFloat", double.class, 16777216.0)).isFalse();
  }

  @Test
  void a_float_is_widened_before_it_is_written_as_a_decimal() {
    assertThat(holds("decimalMax", float.class, 0.1f)).isFalse();
    assertThat(holds("decimalMax", double.class, 0.1)).isTrue();
  }

  @Test
  void infinities_are_beyond_each_bound() {
    assertThat(holds("huge", double.class, Double.POSITIVE_INFINITY)).isTrue();
    assertThat(holds("huge", double.class, Double.MAX_VALUE)).isFalse();
    assertThat(holds("huge", long.class, Long.MAX_VALUE)).isFalse();
    assertThat(holds("max", double.class, Double.NEGATIVE_INFINITY)).isTrue();
  }

  @Test
  void text_is_read_as_a_decimal() {
    assertThat(holds("min", String.class, "1e3")).isTrue();
    assertThat(holds("min", String.class, " 1")).isFalse();
    assertThat(holds("min", String.class, "")).isFalse();
    assertThat(holds("min", String.class, null)).isTrue();
  }

  @Test
  void a_decimal_keeps_its_zeros_and_a_double_does_not() {
    assertThat(holds("digits", BigDecimal.class, new BigDecimal("1.10"))).isFalse();
    assertThat(holds("digits", double.class, 1.10)).isTrue();
    assertThat(holds("digits", String.class, "1.10")).isFalse();
    assertThat(holds("digits", int.class, 1000)).isFalse();
  }

  @Test
  void digits_of_nan_throw() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holds("digits", double.class, Double.NaN));
  }

  @Test
  void size_counts_units_of_utf_16() {
    assertThat(holds("size", String.class, "\ud83d\ude00")).isTrue();
    assertThat(holds("size", String.class, "\ud83d\ude00\ud83d\ude00")).isFalse();
  }

  @Test
  void size_is_of_every_array() {
    assertThat(holds("size", int[].class, new int[3])).isTrue();
    assertThat(holds("size", boolean[].class, new boolean[4])).isFalse();
    assertThat(holds("size", String[][].class, new String[0][])).isFalse();
    assertThat(holds("size", String[][].class, null)).isTrue();
  }

  @Test
  void null_is_empty_and_blank_and_a_space_is_not_empty() {
    assertThat(holds("notEmpty", String.class, null)).isFalse();
    assertThat(holds("notEmpty", String.class, " ")).isTrue();
    assertThat(holds("notBlank", String.class, null)).isFalse();
    assertThat(holds("notBlank", String.class, " ")).isFalse();
  }

  @Test
  void versions_differ_in_what_is_blank() {
    for (String wide : List.of("\u2003", "\u3000")) {
      assertThat(holds("notBlank", String.class, wide, dialect(Blank.WHITE_SPACE))).isFalse();
      assertThat(holds("notBlank", String.class, wide, dialect(Blank.TRIMMED))).isTrue();
    }
    assertThat(holds("notBlank", String.class, "\u0001", dialect(Blank.WHITE_SPACE))).isTrue();
    assertThat(holds("notBlank", String.class, "\u0001", dialect(Blank.TRIMMED))).isFalse();
    for (Blank blank : Blank.values()) {
      assertThat(holds("notBlank", String.class, "\u00a0", dialect(blank))).isTrue();
    }
  }

  @Test
  void the_class_path_tells_what_is_blank() {
    boolean isNine = Hibernate.version().startsWith("9.");
    assertThat(Blank.of(getClass().getClassLoader()))
        .isEqualTo(isNine ? Blank.WHITE_SPACE : Blank.TRIMMED);
    assertThat(Blank.byVersion(getClass().getClassLoader()))
        .isEqualTo(isNine ? Blank.WHITE_SPACE : Blank.TRIMMED);
    assertThat(Blank.of(ClassLoader.getPlatformClassLoader())).isEqualTo(Blank.WHITE_SPACE);
  }

  @Test
  void a_pattern_matches_the_whole_text() {
    assertThat(holds("pattern", String.class, "abc")).isTrue();
    assertThat(holds("pattern", String.class, "abc\n")).isFalse();
    assertThat(holds("pattern", String.class, "ABC")).isFalse();
    assertThat(holds("flags", String.class, "ABC")).isTrue();
    assertThat(holds("pattern", CharSequence.class, new StringBuilder("abc"))).isTrue();
  }

  @Test
  void a_primitive_is_never_null() {
    assertThat(holds("notNull", int.class, 0)).isTrue();
    assertThat(holds("isNull", int.class, 0)).isFalse();
  }

  @Test
  void an_optional_is_looked_at_itself() {
    assertThat(holds("notNull", Optional.class, Optional.empty())).isTrue();
    assertThat(holds("notNull", Optional.class, null)).isFalse();
  }

  @Test
  void an_optional_primitive_is_looked_into() {
    assertThat(holds("min", OptionalInt.class, OptionalInt.of(-1))).isFalse();
    assertThat(holds("min", OptionalInt.class, OptionalInt.empty())).isTrue();
    assertThat(holds("notNull", OptionalInt.class, OptionalInt.empty())).isFalse();
    assertThat(holds("notNull", OptionalInt.class, null)).isTrue();
    assertThat(holds("isNull", OptionalInt.class, OptionalInt.empty())).isTrue();
  }

  @Test
  void now_is_present_and_not_past() {
    assertThat(holds("past", Instant.class, NOON.instant())).isFalse();
    assertThat(holds("past", Instant.class, NOON.instant().minusNanos(1))).isTrue();
    assertThat(holds("pastOrPresent", Instant.class, NOON.instant())).isTrue();
  }

  @Test
  void a_tolerance_favours_the_value_whatever_its_sign() {
    for (Duration tolerance : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
      Dialect dialect = new Dialect(Blank.TRIMMED, () -> NOON, tolerance, () -> FLAG);
      Instant late = NOON.instant().plus(Duration.ofHours(1));
      assertThat(holds("past", Instant.class, late.minusNanos(1), dialect)).isTrue();
      assertThat(holds("past", Instant.class, late, dialect)).isFalse();
    }
  }

  @Test
  void a_local_date_is_compared_in_the_zone_of_the_clock_as_it_is_now() {
    AtomicReference<Clock> clock = new AtomicReference<>(NOON);
    Dialect dialect = new Dialect(Blank.TRIMMED, clock::get, Duration.ZERO, () -> FLAG);
    LocalDate today = LocalDate.of(2026, 3, 29);
    assertThat(holds("past", LocalDate.class, today, dialect)).isFalse();
    clock.set(NOON.withZone(ZoneId.of("Pacific/Apia")));
    assertThat(holds("past", LocalDate.class, today, dialect)).isTrue();
  }

  @Test
  void what_stands_on_a_wrong_type_is_misplaced() {
    assertThat(problem("size", Iterable.class))
        .isEqualTo(
            "HV000030: @Size cannot be on java.lang.Iterable: put it on a CharSequence,"
                + " Collection, Map or array");
    for (Class<?> type : List.of(boolean.class, char.class, Object.class, int[].class)) {
      assertThat(problem("min", type))
          .startsWith("HV000030: @Min cannot be on " + type.getTypeName());
    }
    assertThat(problem("assertTrue", int.class)).startsWith("HV000030");
    assertThat(problem("min", Optional.class)).startsWith("HV000030");
    assertThat(problem("notBlank", OptionalInt.class))
        .startsWith("HV000030: @NotBlank cannot be on java.util.OptionalInt: put");
  }

  @Test
  void what_two_validators_take_is_misplaced() {
    assertThat(problem("size", Samples.Lines.class))
        .startsWith("HV000031: @Size cannot be on ")
        .contains("java.lang.CharSequence, java.util.Collection");
  }

  @Test
  void what_says_nonsense_is_misplaced() {
    assertThat(problem("crossed", String.class))
        .isEqualTo("HV000021: @Size has min = 5, which is above max = 3");
    assertThat(problem("below", String.class)).startsWith("HV000019: @Size has min = -1");
    assertThat(problem("noDecimal", int.class)).startsWith("HV000016").contains("oops");
    assertThat(problem("noDigits", int.class)).startsWith("HV000017");
    assertThat(problem("noPattern", String.class)).startsWith("HV000022").contains("[");
  }

  @Test
  void what_only_the_validator_knows_is_delegated() {
    for (String name : List.of("email", "unwrapped")) {
      assertThat(translate(name, String.class, dialect(Blank.TRIMMED)))
          .isInstanceOf(Translation.Delegated.class);
    }
  }

  @Test
  void code_of_the_application_runs_under_the_flag() {
    Watching watching = new Watching();
    assertThat(holds("size", List.class, watching)).isTrue();
    assertThat(watching.seen).containsExactly(true);
    assertThat(FLAG.on).isFalse();
  }

  @Test
  void the_flag_is_given_back_when_the_application_fails() {
    Watching watching = new Watching();
    watching.isFailing = true;
    assertThat(watching.seen).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> holds("size", Watching.class, watching))
        .withMessage("size");
    assertThat(FLAG.on).isFalse();
  }

  @Test
  void the_flag_stays_held_if_it_was() {
    FLAG.on = true;
    try {
      assertThat(holds("size", List.class, new Watching())).isTrue();
      assertThat(FLAG.on).isTrue();
    } finally {
      FLAG.on = false;
    }
  }

  @Test
  void the_platforms_own_code_needs_no_flag() {
    Supplier<Flag> none =
        () -> {
          throw new AssertionError("asked for a flag");
        };
    Dialect dialect = new Dialect(Blank.TRIMMED, () -> NOON, Duration.ZERO, none);
    assertThat(holds("size", List.class, new ArrayList<>(List.of("x")), dialect)).isTrue();
    assertThat(holds("size", List.class, null, dialect)).isTrue();
    assertThat(holds("notNull", Watching.class, new Watching(), dialect)).isTrue();
    assertThat(holds("min", Number.class, 5, dialect)).isTrue();
  }

  @Test
  void the_clock_is_read_under_the_flag() {
    List<Boolean> seen = new ArrayList<>();
    Supplier<Clock> clock =
        () -> {
          seen.add(FLAG.on);
          return NOON;
        };
    Dialect dialect = new Dialect(Blank.TRIMMED, clock, Duration.ZERO, () -> FLAG);
    assertThat(holds("past", Instant.class, Instant.EPOCH, dialect)).isTrue();
    assertThat(holds("past", Instant.class, null, dialect)).isTrue();
    assertThat(seen).containsExactly(true);
  }

  @Test
  void what_holds_allocates_nothing() throws Throwable {
    assertThat(allocated("min", int.class, 5)).isZero();
    assertThat(allocated("min", Integer.class, 5)).isZero();
    assertThat(allocated("min", Number.class, 5)).isZero();
    assertThat(allocated("min", String.class, "123")).isZero();
    assertThat(allocated("min", BigDecimal.class, new BigDecimal("1.5"))).isZero();
    assertThat(allocated("above", double.class, 0.5)).isZero();
    assertThat(allocated("above", Double.class, 0.5)).isZero();
    assertThat(allocated("above", BigInteger.class, BigInteger.TEN)).isZero();
    assertThat(allocated("digits", long.class, 5L)).isZero();
    assertThat(allocated("size", String.class, "abc")).isZero();
    assertThat(allocated("size", List.class, List.of("x"))).isZero();
    assertThat(allocated("size", List.class, new Quiet())).isZero();
    assertThat(allocated("size", int[].class, new int[1])).isZero();
    assertThat(allocated("notBlank", String.class, " x")).isZero();
    assertThat(allocated("notNull", Object.class, "x")).isZero();
    assertThat(allocated("min", OptionalInt.class, OptionalInt.of(1))).isZero();
  }

  /** The bytes of a thousand evaluations, boxed once outside. */
  private static long allocated(String name, Class<?> type, Object value) throws Throwable {
    MethodHandle test =
        ((Translation.Inlined) translate(name, type, dialect(Blank.WHITE_SPACE)))
            .test()
            .asType(MethodType.methodType(boolean.class, Object.class));
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        if (!(boolean) test.invokeExact(value)) {
          throw new AssertionError(name);
        }
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static boolean holds(String name, Class<?> type, Object value) {
    return holds(name, type, value, dialect(Blank.WHITE_SPACE));
  }

  private static boolean holds(String name, Class<?> type, Object value, Dialect dialect) {
    if (translate(name, type, dialect) instanceof Translation.Inlined inlined) {
      try {
        return (boolean) inlined.test().invoke(value);
      } catch (RuntimeException | Error failure) {
        throw failure;
      } catch (Throwable impossible) {
        throw new AssertionError(impossible);
      }
    }
    throw new AssertionError(translate(name, type, dialect));
  }

  private static String problem(String name, Class<?> type) {
    return ((Translation.Misplaced) translate(name, type, dialect(Blank.TRIMMED))).problem();
  }

  private static Translation translate(String name, Class<?> type, Dialect dialect) {
    try {
      Annotation annotation =
          On.class.getDeclaredMethod(name, int.class).getParameterAnnotations()[0][0];
      return Translations.of(annotation, type, dialect);
    } catch (NoSuchMethodException missing) {
      throw new AssertionError(name, missing);
    }
  }

  private static Dialect dialect(Blank blank) {
    return new Dialect(blank, () -> NOON, Duration.ZERO, () -> FLAG);
  }
}
