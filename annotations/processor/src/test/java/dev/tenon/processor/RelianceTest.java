package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.CompiledContract;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a view relies on and nobody promises is noted where the view is compiled. */
class RelianceTest {

  private static final String HEAD =
      """
      import dev.tenon.contract.*;
      import jakarta.validation.constraints.*;
      import java.util.List;
      """;

  private static Compilation.Setup seam(String body) {
    return Compilation.of(
            "bank.Pricing",
            "package bank;\n" + HEAD + "public interface Pricing {\n" + body + "\n}")
        .options("-cp", ConstraintCompilation.path());
  }

  private static Compilation.Setup with(Compilation.Setup seam, String body) {
    return seam.source(
        "shop.PricingView",
        "package shop;\n"
            + HEAD
            + "@Assumes(bank.Pricing.class) interface PricingView {\n"
            + body
            + "\n}");
  }

  private static Compilation.Setup behind(Path compiled) {
    return new Compilation.Setup()
        .options("-cp", ConstraintCompilation.path() + File.pathSeparator + compiled);
  }

  private static int unpromised(Compilation compilation) {
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    return compilation
        .load("shop.PricingView$$Contract")
        .getAnnotation(CompiledContract.class)
        .unpromised();
  }

  private static final String PROMISED =
      """
      @Ensures("result >= 1") long quote(int item);
      @NotNull List<String> find(String name);
      """;
  private static final String RELIED =
      """
      @Ensures("result > 0") @Ensures("result < 100") long quote(int count);
      @NotEmpty List<String> find(String name);
      """;
  private static final String NOTE =
      "PricingView.java:5:1: shop.PricingView relies on 3 things, of which bank.Pricing promises 1;"
          + " promised by nobody: quote: result < 100; find: @NotEmpty result";

  @Test
  void of_a_seam_of_the_same_compilation() {
    Compilation compilation = with(seam(PROMISED), RELIED).run();

    assertThat(unpromised(compilation)).isEqualTo(2);
    assertThat(compilation.notes()).containsExactly(NOTE);
  }

  @Test
  void of_a_seam_that_was_compiled_before(@TempDir Path folder) {
    Path before = seam(PROMISED).run().writeTo(folder);
    Compilation compilation = with(behind(before), RELIED).run();

    assertThat(unpromised(compilation)).isEqualTo(2);
    assertThat(compilation.notes()).containsExactly(NOTE);
  }

  @Test
  void there_is_no_note_when_all_is_promised() {
    Compilation compilation =
        with(seam(PROMISED), "@Ensures(\"!(result <= 0)\") long quote(int i);").run();

    assertThat(unpromised(compilation)).isZero();
    assertThat(compilation.notes()).isEmpty();
  }

  @Test
  void promises_alone_rely_on_nothing() {
    Compilation compilation = with(seam(PROMISED), "long quote(@Min(1) int i);").run();

    assertThat(unpromised(compilation)).isZero();
    assertThat(compilation.notes()).isEmpty();
  }

  @Test
  void of_a_seam_without_any_contract() {
    Compilation compilation =
        with(seam("long quote(int item);"), "@Positive long quote(int item);").run();

    assertThat(unpromised(compilation)).isEqualTo(1);
    assertThat(compilation.notes())
        .containsExactly(
            "PricingView.java:5:1: shop.PricingView relies on 1 thing, of which bank.Pricing promises"
                + " 0; promised by nobody: quote: @Positive result");
  }

  @Test
  void constraints_of_what_is_no_seam_bind_nobody() {
    assertThat(unpromised(with(seam("@Min(1) long quote();"), "@Min(1) long quote();").run()))
        .isEqualTo(1);
  }

  @Test
  void a_constraint_promises_a_clause_and_the_other_way_round() {
    String seam =
        """
        @Requires("item > 0") @Positive long quote(int item);
        @Ensures("!result.isEmpty()") List<String> find(String name);
        """;
    String view =
        """
        @Ensures("result >= 1") long quote(int item);
        @NotEmpty List<String> find(String name);
        """;

    assertThat(unpromised(with(seam(seam), view).run())).isZero();
  }

  @Test
  void a_note_is_suppressed_where_it_is_said_so() {
    String suppressed = "@SuppressWarnings(\"tenon\") ";
    Compilation one =
        with(
                seam("long quote(int item);\nlong most();"),
                suppressed + "@Positive long quote(int item);\n@Positive long most();")
            .run();
    Compilation all =
        with(
                seam("long quote(int item);"),
                "}\n"
                    + suppressed
                    + "@Assumes(bank.Pricing.class) interface Quiet {"
                    + " @Positive long quote(int item);")
            .run();

    assertThat(unpromised(one)).isEqualTo(2);
    assertThat(one.notes())
        .singleElement()
        .asString()
        .endsWith("of which bank.Pricing promises 0; promised by nobody: most: @Positive result");
    assertThat(all.notes()).isEmpty();
  }

  @Test
  void a_note_stays_one_whatever_warnings_are() {
    Compilation compilation = with(seam(PROMISED), RELIED).options("-Atenon.warnings=error").run();

    assertThat(unpromised(compilation)).isEqualTo(2);
    assertThat(compilation.notes()).containsExactly(NOTE);
  }

  @Test
  void supertypes_and_holders_promise_as_well() {
    Compilation compilation =
        Compilation.of(
                "a.A",
                """
                package a;
                import dev.tenon.contract.*;
                interface Source<T extends Number> { @Ensures("result != null") T next(T last); }
                interface A extends Source<Integer> { int size(); Integer next(Integer last); }
                @ContractFor(A.class) interface H { @Ensures("result >= 0") int size(); }
                @Assumes(A.class) interface V {
                  @Ensures("result != null") Integer next(Integer before);
                  @Ensures("result > -1") int size();
                }
                """)
            .run();

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.notes()).isEmpty();
    assertThat(compilation.load("a.V$$Contract").getAnnotation(CompiledContract.class).unpromised())
        .isZero();
  }

  @Test
  void a_view_may_be_written_before_its_seam() {
    Compilation compilation =
        Compilation.of(
                "a.V",
                """
                package a;
                import dev.tenon.contract.*;
                import jakarta.validation.constraints.*;
                @Assumes(A.class) interface V { @Positive int f(); }
                """)
            .source(
                "a.A",
                """
                package a;
                import dev.tenon.contract.*;
                interface A { @Ensures("result > 9") int f(); }
                """)
            .options("-cp", ConstraintCompilation.path())
            .run();

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.load("a.V$$Contract").getAnnotation(CompiledContract.class).unpromised())
        .isZero();
  }

  @Test
  void nothing_is_said_of_a_seam_whose_contract_cannot_be_read(@TempDir Path folder) {
    String seam =
        "package bank;\npublic interface Pricing {"
            + " @dev.tenon.contract.Ensures(\"result > 0\") long quote(); }";
    Path before = Compilation.of("bank.Pricing", seam).processors().run().writeTo(folder);
    Compilation compilation = with(behind(before), "@Positive long quote();").run();

    assertThat(unpromised(compilation)).isEqualTo(-1);
    assertThat(compilation.notes()).isEmpty();
  }

  @Test
  void only_views_have_a_number() {
    Compilation compilation = seam(PROMISED).run();

    assertThat(
            compilation
                .load("bank.Pricing$$Contract")
                .getAnnotation(CompiledContract.class)
                .unpromised())
        .isEqualTo(-1);
  }

  @Test
  void a_static_name_is_that_of_its_class_however_it_is_written() {
    String seam =
        """
        int MOST = 9;
        enum Kind { A, B }
        Kind kind();
        static boolean isFair(long price) { return true; }
        @Ensures("result < MOST && isFair(result) && Math.abs(result) > Integer.MIN_VALUE")
        @Ensures("kind() == Kind.A")
        long quote(int item);
        """;
    String view =
        """
        @Ensures("bank.Pricing.isFair(result) && result < bank.Pricing.MOST")
        @Ensures("java.lang.Math.abs(result) > Integer.MIN_VALUE && kind() == Kind.A")
        long quote(int i);
        """;

    assertThat(unpromised(with(seam(seam), view).run())).isZero();
  }

  @Test
  void one_static_name_of_two_classes_is_not_one() {
    Compilation compilation =
        with(
                seam("@Ensures(\"result < Limits.MOST && Limits.isFair(result)\") long quote();")
                    .source(
                        "bank.Limits",
                        "package bank; class Limits { static final long MOST = 9;"
                            + " static boolean isFair(long price) { return true; } }")
                    .source(
                        "shop.Limits",
                        "package shop; class Limits { static final long MOST = 5;"
                            + " static boolean isFair(long price) { return true; } }"),
                "@Ensures(\"result < Limits.MOST\") @Ensures(\"Limits.isFair(result)\") long quote();")
            .run();

    assertThat(unpromised(compilation)).isEqualTo(2);
  }
}
