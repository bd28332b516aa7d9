package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constraints that Bean Validation refuses because of what supertypes declare. */
class ConstraintHierarchyTest {

  private static final String HEAD =
      "package a; import dev.tenon.contract.*; import jakarta.validation.Valid;"
          + " import jakarta.validation.constraints.*; import java.util.*;\n";
  private static final String SEAM =
      "@Seam interface A { @Valid A f(@Min(1) int n, List<@NotNull String> m); void g(int n); }\n";

  private static List<String> warnings(String types) {
    Compilation compiled =
        Compilation.of("a.A", HEAD + SEAM + types)
            .options("-cp", ConstraintCompilation.path(), "-Xlint:-auxiliaryclass")
            .run();
    assertThat(compiled.errors()).isEmpty();
    return compiled.warnings();
  }

  @Test
  void an_override_does_not_alter_the_constraints_on_parameters() {
    assertThat(
            warnings(
                "abstract class B implements A {\n"
                    + "  public A f(@Min(2) int n, List<@NotNull String> m) { return this; } }"))
        .containsExactly(
            "A.java:4:14: the constraints on parameters of a.B.f are not those of a.A.f (HV000151):"
                + " who calls through a.A cannot know; leave them out to inherit, or change them"
                + " there");
  }

  @Test
  void an_override_does_not_add_constraints_on_parameters() {
    assertThat(warnings("interface B extends A { void g(@Positive int n); }"))
        .singleElement()
        .asString()
        .startsWith("A.java:3:32: the constraints on parameters of a.B.g are not those of a.A.g");
  }

  @Test
  void an_override_repeats_all_constraints_or_none() {
    assertThat(
            warnings(
                """
                interface B extends A { A f(@Min(1) int other, List<@NotNull String> m); }
                abstract class C implements A { public A f(int n, List<String> m) { return this; } }
                """))
        .isEmpty();
    assertThat(warnings("interface B extends A { A f(@Min(1) int n, List<String> m); }"))
        .singleElement()
        .asString()
        .startsWith("A.java:3:29: ");
  }

  @Test
  void a_seam_that_was_compiled_before_counts(@TempDir Path folder) {
    Compilation.of("a.A", HEAD + SEAM)
        .options("-cp", ConstraintCompilation.path())
        .run()
        .writeTo(folder);

    Compilation after =
        Compilation.of(
                "a.B",
                HEAD
                    + "abstract class B implements A {\n"
                    + "  @Pure public A f(@Min(1) int n, List<@NotNull String> m) { return this; }\n"
                    + "  public void g(@Min(2) int n) {} }")
            .options("-cp", folder + File.pathSeparator + ConstraintCompilation.path())
            .run();

    assertThat(after.errors()).isEmpty();
    assertThat(after.warnings())
        .singleElement()
        .asString()
        .startsWith("B.java:4:17: the constraints on parameters of a.B.g");
  }

  @Test
  void a_generic_override_is_one() {
    assertThat(
            warnings(
                "@Seam interface G<T> { void f(T n); }\n"
                    + "interface H extends G<String> { void f(@NotNull String n); }"))
        .singleElement()
        .asString()
        .startsWith("A.java:4:40: the constraints on parameters of a.H.f");
  }

  @Test
  void parallel_types_do_not_both_constrain_one_method() {
    assertThat(
            warnings(
                """
                interface P { void g(@Min(1) int n); }
                interface Q { void g(@Min(1) int n); }
                abstract class B implements A, P, Q { public void g(int n) {} }
                abstract class C extends B {}
                """))
        .containsExactly(
            "A.java:5:1: a.P.g and a.Q.g both constrain the parameters of one method of a.B"
                + " (HV000152): declare them in one common supertype");
  }

  @Test
  void a_result_is_cascaded_once() {
    assertThat(warnings("interface B extends A {\n  @Valid A f(int n, List<String> m); }"))
        .containsExactly(
            "A.java:4:3: @Valid on the result of a.B.f stands on a.A.f already (HV000131): leave it"
                + " out here");
  }

  @Test
  void types_under_no_seam_are_left_alone() {
    assertThat(
            warnings(
                "interface P { void g(int n); }\n"
                    + "interface Q extends P { void g(@Min(1) int n); }"))
        .isEmpty();
  }

  @Test
  void a_hierarchy_is_suppressed_where_it_stands() {
    assertThat(
            warnings(
                "interface B extends A { @SuppressWarnings(\"tenon\") void g(@Min(1) int n); }"))
        .isEmpty();
  }
}
