package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.contract.companion.ConstrainedOperation;
import org.junit.jupiter.api.Test;

/** Constraints of Bean Validation reach the companion and the manifest. */
class ConstraintTest {

  private static Compilation compile(String body) {
    return Compilation.of(
            "a.A",
            """
            package a;
            import dev.tenon.contract.*;
            import jakarta.validation.Valid;
            import jakarta.validation.constraints.*;
            import java.util.*;
            """
                + body)
        .options("-cp", ConstraintCompilation.path())
        .run();
  }

  private static ConstrainedOperation[] constrained(Compilation compilation) {
    return compilation.load("a.A$$Contract").getAnnotation(CompiledContract.class).constrained();
  }

  @Test
  void a_companion_knows_the_names_of_parameters_and_the_line() {
    Compilation compiled =
        compile("@Seam interface A {\n  void pay(int free,\n    @Positive long amount);\n}");

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.warnings()).isEmpty();
    assertThat(constrained(compiled))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.name()).isEqualTo("pay");
              assertThat(each.descriptor()).isEqualTo("(IJ)V");
              assertThat(each.parameters()).containsExactly("free", "amount");
              assertThat(each.line()).isEqualTo(8);
            });
  }

  @Test
  void a_seam_with_constraints_alone_has_a_companion_without_operations() {
    Compilation compiled = compile("@Seam interface A { @NotNull String name(); }");

    assertThat(compiled.load("a.A$$Contract").getAnnotation(CompiledContract.class).operations())
        .isEmpty();
    assertThat(compiled.files())
        .contains("META-INF/tenon/a.A.json", "META-INF/services/dev.tenon.contract.Seam")
        .doesNotContain("a/A$$Clauses.class");
  }

  @Test
  void constraints_alone_make_no_seam() {
    assertThat(compile("interface A { @NotNull String name(); @Pure int size(); }").files())
        .containsExactly("a/A.class");
  }

  @Test
  void a_seam_without_constraints_has_no_companion() {
    assertThat(compile("@Seam interface A { String name(); }").files())
        .containsExactlyInAnyOrder("a/A.class", "META-INF/services/dev.tenon.contract.Seam");
  }

  @Test
  void clauses_and_constraints_share_a_companion() {
    Compilation compiled =
        compile("interface A { @Requires(\"n > 0\") void f(@Max(9) int n); void g(@Valid A of); }");

    assertThat(compiled.errors()).isEmpty();
    assertThat(constrained(compiled)).hasSize(2);
    assertThat(compiled.load("a.A$$Contract").getAnnotation(CompiledContract.class).operations())
        .hasSize(1);
  }

  @Test
  void a_manifest_lists_constraints_in_source_order_at_any_depth() {
    Compilation compiled =
        compile(
            """
            @Seam interface A {
              int MOST = 3;
              @NotNull(groups = A.class) Map<@NotBlank String, @Valid List<@NotNull A>> f(
                  @Size(min = 1, max = MOST + 1) @Size(max = 9) List<@Email(flags = Pattern.Flag.DOTALL) String> names,
                  @NotEmpty Optional<@Positive Integer> @NotNull [] all,
                  @Size.List({@Size(min = 1), @Size(min = 2)}) String... rest);
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(ConstraintCompilation.constraints(compiled.text("META-INF/tenon/a.A.json")))
        .containsExactly(
            "result NotNull {\"groups\":[\"a.A\"]}",
            "result.K NotBlank {}",
            "result.V jakarta.validation.Valid {}",
            "result.V.E NotNull {}",
            "names Size {\"max\":4,\"min\":1}",
            "names Size {\"max\":9}",
            "names.E Email {\"flags\":[\"DOTALL\"]}",
            "all NotEmpty {}",
            "all.elements.T Positive {}",
            "rest Size {\"min\":1}",
            "rest Size {\"min\":2}");
  }

  @Test
  void a_constraint_on_parameters_together_is_told_by_its_validator() {
    Compilation compiled =
        compile(
            """
            @Seam interface A {
              @Ordered void f(int from, int to);
            }
            @java.lang.annotation.Target(java.lang.annotation.ElementType.METHOD)
            @jakarta.validation.Constraint(validatedBy = Ordering.class)
            @interface Ordered {
              String message() default "";
              Class<?>[] groups() default {};
              Class<? extends jakarta.validation.Payload>[] payload() default {};
            }
            @jakarta.validation.constraintvalidation.SupportedValidationTarget(
                jakarta.validation.constraintvalidation.ValidationTarget.PARAMETERS)
            class Ordering implements jakarta.validation.ConstraintValidator<Ordered, Object[]> {
              public boolean isValid(
                  Object[] all, jakarta.validation.ConstraintValidatorContext context) {
                return true;
              }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(ConstraintCompilation.constraints(compiled.text("META-INF/tenon/a.A.json")))
        .containsExactly("parameters a.Ordered {}");
  }

  @Test
  void a_record_and_its_constructor_carry_those_of_its_components() {
    Compilation compiled =
        compile("@Invariant(\"true\") record A(@NotNull List<@NotBlank String> names) {}");

    assertThat(compiled.errors()).isEmpty();
    assertThat(constrained(compiled))
        .extracting(ConstrainedOperation::name)
        .containsExactlyInAnyOrder("<init>", "names");
  }
}
