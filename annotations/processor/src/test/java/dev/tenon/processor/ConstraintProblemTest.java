package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a validator would refuse at the first call, or ignore, is warned about when compiled. */
class ConstraintProblemTest {

  private static Compilation compile(String body, String... options) {
    return Compilation.of(
            "a.A",
            "package a; import dev.tenon.contract.*; import jakarta.validation.Valid;"
                + " import jakarta.validation.constraints.*; import java.util.*;\n"
                + body)
        .source(
            "javax.validation.constraints.NotNull",
            "package javax.validation.constraints; public @interface NotNull {}")
        .options("-cp", ConstraintCompilation.path())
        .options(options)
        .run();
  }

  private static List<String> warnings(String operations) {
    Compilation compiled = compile("@Seam interface A { " + operations + " }");
    assertThat(compiled.errors()).isEmpty();
    return compiled.warnings();
  }

  @Test
  void those_of_a_holder_are_not_read() {
    Compilation compiled =
        compile(
            "interface B { void f(String s); }\n"
                + "@ContractFor(B.class) interface A {\n"
                + " @Requires(\"s != null\") void f(@NotBlank String s); }");

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.warnings())
        .contains(
            "A.java:4:32: no validator knows of the constraints of a holder, and they are not read:"
                + " use @Requires and @Ensures on f");
  }

  @Test
  void a_constraint_is_on_a_type_that_it_supports() {
    assertThat(warnings("void f(@Size(min = 1) Iterable<String> all);"))
        .containsExactly(
            "A.java:2:28: no validator of @Size for Iterable, the type of all (HV000030): it is for"
                + " CharSequence, Collection, Map and arrays; change the type or the constraint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void f(@Size(min = 1) Object n);",
        "void f(@Min(1) boolean n);",
        "void f(@Min(1) char n);",
        "void f(@Max(1) Object n);",
        "void f(@Positive int[] n);",
        "void f(@NotBlank Integer n);",
        "void f(@Past String n);",
        "void f(@AssertTrue String n);",
        "@NotBlank Optional<String> f();",
        "List<@NotEmpty Integer> f();",
        "<T> void f(@NotEmpty T n);",
      })
  void these_types_have_no_validator(String operation) {
    assertThat(warnings(operation)).singleElement().asString().contains("(HV000030)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void f(@Size(min = 1) StringBuilder n);",
        "void f(@NotEmpty int[] n, @NotEmpty Set<String> m, @Size(max = 3) Properties o);",
        "void f(@Min(1) long n, @Max(3) OptionalInt m, @Digits(integer = 3, fraction = 1) String o);",
        "void f(@Positive java.util.concurrent.atomic.AtomicLong n, @Positive Number m);",
        "void f(@Past java.time.Instant n, @Future Date m, @PastOrPresent GregorianCalendar o);",
        "void f(@NotNull int n, @Null Object m);",
        "@NotBlank(payload = jakarta.validation.valueextraction.Unwrapping.Unwrap.class)"
            + " Optional<String> f();",
        "<T extends CharSequence> void f(@NotEmpty T n);",
        "<T extends Comparable<T> & CharSequence> void f(@NotEmpty T n);",
        "void f(@Min(3) @Max(3) int n, @PositiveOrZero @NegativeOrZero int m);",
        "void f(@Size(min = 3) @Size(max = 3) String n);",
        "void f(@Min(5) int n, @Max(3) int m);",
        "void f(@Min(value = 5, groups = A.class) @Max(3) int n);",
        "void f(@NotEmpty String[] n);",
        "@Valid List<@Valid A> f();",
      })
  void these_constraints_are_fine(String operation) {
    assertThat(warnings(operation)).isEmpty();
  }

  @Test
  void a_size_can_be_met() {
    assertThat(warnings("void f(@Size(min = 3, max = 2) String n);"))
        .containsExactly(
            "A.java:2:28: @Size(max = 2, min = 3) holds for no size (HV000032): min must not exceed"
                + " max");
  }

  @Test
  void a_size_is_not_negative() {
    assertThat(warnings("void f(@Size(min = -1) String n);"))
        .containsExactly(
            "A.java:2:28: @Size(min = -1) is about a negative size (HV000032): sizes start at 0");
  }

  @Test
  void a_number_of_digits_is_not_negative() {
    assertThat(warnings("void f(@Digits(integer = -1, fraction = 0) int n);"))
        .containsExactly(
            "A.java:2:28: @Digits(fraction = 0, integer = -1) is about a negative number of digits"
                + " (HV000032): it starts at 0");
  }

  @Test
  void two_bounds_can_be_met_together() {
    assertThat(warnings("void f(@Min(5) @Max(3) Integer n);"))
        .containsExactly(
            "A.java:2:36: no value of n but null satisfies both @Min(5) and @Max(3): remove one of"
                + " them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void f(@Null @NotNull String n);",
        "void f(@NotBlank @Null String n);",
        "void f(@Positive @Negative int n);",
        "void f(@PositiveOrZero @Negative int n);",
        "void f(@DecimalMin(value = \"3\", inclusive = false) @Max(3) int n);",
        "void f(@AssertTrue @AssertFalse boolean n);",
        "void f(@Size(min = 4) @Size(max = 3) String n);",
        "void f(@NotEmpty @Size(max = 0) String n);",
        "void f(@Past @FutureOrPresent Date n);",
        "void f(List<@Min(2) @Max(1) Integer> n);",
      })
  void these_pairs_exclude_each_other(String operation) {
    assertThat(warnings(operation)).singleElement().asString().contains(" satisfies both ");
  }

  @Test
  void a_pattern_is_a_regular_expression() {
    assertThat(warnings("void f(@Pattern(regexp = \"[a-\") String n);"))
        .singleElement()
        .asString()
        .startsWith(
            "A.java:2:28: @Pattern(regexp = \"[a-\") is no regular expression (HV000032): ");
  }

  @Test
  void a_decimal_bound_is_a_number() {
    assertThat(warnings("void f(@DecimalMin(\"1,5\") double n);"))
        .containsExactly(
            "A.java:2:28: @DecimalMin(\"1,5\") is no decimal number (HV000032): write it as in"
                + " \"0.50\"");
  }

  @Test
  void a_void_method_has_no_result() {
    assertThat(warnings("@NotNull void f(int n);"))
        .containsExactly(
            "A.java:2:21: @NotNull on the result of f, which returns nothing (HV000132): return a"
                + " value, or put it on a parameter");
  }

  @Test
  void behind_the_element_type_a_constraint_says_nothing() {
    assertThat(warnings("void f(String @NotEmpty [] all);"))
        .containsExactly(
            "A.java:2:35: @NotEmpty behind the element type of all says nothing to Bean Validation;"
                + " write it before the type");
  }

  @Test
  void constraints_of_static_methods_are_ignored() {
    assertThat(warnings("static void f(@Min(1) int n, @NotNull String m) {}"))
        .containsExactly(
            "A.java:2:35: Bean Validation ignores the constraints of static methods: use @Requires"
                + " and @Ensures on f");
  }

  @Test
  void the_vocabulary_before_jakarta_is_not_supported() {
    assertThat(warnings("void f(@javax.validation.constraints.NotNull String n);"))
        .containsExactly(
            "A.java:2:28: javax.validation.constraints.NotNull is present and not supported: use"
                + " jakarta.validation");
  }

  @Test
  void a_problem_is_suppressed_where_it_stands() {
    assertThat(warnings("@SuppressWarnings(\"tenon\") void f(@Min(5) @Max(3) int n);")).isEmpty();
    assertThat(warnings("void f(@SuppressWarnings(\"tenon\") @Min(1) char n);")).isEmpty();
  }

  @Test
  void problems_can_be_errors() {
    assertThat(
            compile("@Seam interface A { @NotNull void f(); }", "-Atenon.warnings=error").errors())
        .hasSize(1);
  }

  @Test
  void a_record_tells_a_problem_once() {
    assertThat(compile("@Invariant(\"true\") record A(@NotBlank int n) {}").warnings())
        .singleElement()
        .asString()
        .startsWith("A.java:2:29: no validator of @NotBlank for int, the type of n (HV000030)");
  }
}
