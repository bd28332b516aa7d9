package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.contract.companion.ConstrainedOperation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a client assumes of a seam is compiled about the seam. */
class ViewTest {

  private static final String PRICING =
      """
      package bank;
      import java.util.List;
      public interface Pricing<K> extends Counted {
        long quote(List<K> lines);
        K find(String name) throws java.io.IOException;
        List<K> all();
      }
      """;

  private static final String VIEW =
      """
      package shop;
      import bank.Pricing;
      import dev.tenon.contract.*;
      import jakarta.validation.constraints.*;
      import java.util.List;
      %s
      """;

  private static Compilation compile(String view) {
    Compilation compilation =
        Compilation.of("bank.Pricing", PRICING)
            .source("bank.Counted", "package bank;\npublic interface Counted { int count(); }")
            .source("shop.PricingView", VIEW.formatted(view))
            .options("-cp", ConstraintCompilation.path())
            .run();
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    return compilation;
  }

  private static CompiledContract contract(Compilation compilation) {
    return compilation.load("shop.PricingView$$Contract").getAnnotation(CompiledContract.class);
  }

  private static final String FULL =
      """
      @Assumes(Pricing.class)
      interface PricingView<T> {
        int LEAST = 0;
        @Requires("!lines.isEmpty() && count() > LEAST")
        @Ensures("result > 0 && isFair(result) && this.count() >= old(count())")
        long quote(List<T> lines);
        @Throws(value = java.io.IOException.class, when = "name.isEmpty()")
        @NotNull T find(@NotBlank String name) throws java.io.IOException;
        List<@NotNull T> all();
        @Max(9) int count();
        static boolean isFair(long price) { return price < 1_000; }
      }
      """;

  @Test
  void clauses_take_the_seam_for_this() {
    Compilation compilation = compile(FULL);
    CompiledContract compiled = contract(compilation);
    Method requires =
        Arrays.stream(compilation.load("shop.PricingView$$Contract").getMethods())
            .filter(each -> each.getName().equals("requires$0"))
            .findFirst()
            .orElseThrow();

    assertThat(requires.getParameterTypes()[0].getName()).isEqualTo("bank.Pricing");
    assertThat(compiled.type()).isEqualTo("bank.Pricing");
    assertThat(compiled.source()).isEqualTo("PricingView.java");
    assertThat(compiled.operations())
        .extracting(each -> each.name() + each.descriptor() + each.clauses().length)
        .containsExactly(
            "quote(Ljava/util/List;)J2", "find(Ljava/lang/String;)Ljava/lang/Object;1");
  }

  @Test
  void constraints_count() {
    assertThat(contract(compile(FULL)).constrained())
        .extracting(ConstrainedOperation::name, ConstrainedOperation::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("find", 13),
            org.assertj.core.groups.Tuple.tuple("all", 14),
            org.assertj.core.groups.Tuple.tuple("count", 15));
    assertThat(
            ConstraintCompilation.constraints(
                compile(FULL).text("META-INF/tenon/shop.PricingView.json")))
        .containsExactly(
            "result NotNull {}",
            "name NotBlank {}",
            "result.E NotNull {}",
            "result Max {\"value\":9}");
  }

  @Test
  void a_view_of_constraints_alone_is_one() {
    Compilation compilation =
        compile("@Assumes(Pricing.class) interface PricingView { @Min(1) int count(); }");

    assertThat(contract(compilation).operations()).isEmpty();
    assertThat(contract(compilation).type()).isEqualTo("bank.Pricing");
    assertThat(compilation.text("META-INF/services/dev.tenon.contract.Assumes"))
        .endsWith("\nshop.PricingView\n");
  }

  @Test
  void index_and_manifest_say_that_it_is_a_view() {
    Compilation compilation =
        compile(
            """
            public interface PricingView {
              @Assumes(Pricing.class) interface Inner { @Ensures("result >= 0") int count(); }
            }
            """);

    assertThat(compilation.files())
        .filteredOn(file -> file.startsWith("META-INF"))
        .containsExactlyInAnyOrder(
            "META-INF/tenon/shop.PricingView$Inner.json",
            "META-INF/services/dev.tenon.contract.Assumes");
    assertThat(compilation.text("META-INF/services/dev.tenon.contract.Assumes"))
        .isEqualTo(
            "# The views of this jar, written by the Tenon processor.\nshop.PricingView$Inner\n");
    assertThat(compilation.text("META-INF/tenon/shop.PricingView$Inner.json"))
        .startsWith(
            "{\n  \"format\": 3,\n  \"type\": \"bank.Pricing\",\n"
                + "  \"view\": \"shop.PricingView$Inner\",\n  \"source\": \"PricingView.java\",\n");
  }

  @Test
  void the_seam_may_be_of_the_jdk_or_sealed() {
    String sealed =
        """
        interface PricingView {
          sealed interface Shape permits Circle { int size(); }
          record Circle(int size) implements Shape {}
          @Assumes(Shape.class) interface Sized { @Ensures("result > 0") int size(); }
          @Assumes(java.util.function.Supplier.class) interface Given<T> { @NotNull T get(); }
          @Assumes(Comparable.class) interface Raw { @Ensures("result >= -1") int compareTo(Object o); }
        }
        """;

    assertThat(compile(sealed).text("META-INF/services/dev.tenon.contract.Assumes").lines().skip(1))
        .containsExactly(
            "shop.PricingView$Given", "shop.PricingView$Raw", "shop.PricingView$Sized");
  }

  @Test
  void a_view_that_extends_its_seam_asks_more_without_a_word() {
    Compilation compilation =
        Compilation.of(
                "a.A",
                """
                package a;
                import dev.tenon.contract.*;
                interface A { @Requires("n > 0") int f(int n); }
                @Assumes(A.class) interface V extends A { @Requires("n > 9") int f(int n); }
                """)
            .run();

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    assertThat(compilation.text("META-INF/services/dev.tenon.contract.Seam").lines().skip(1))
        .containsExactly("a.A");
  }
}
