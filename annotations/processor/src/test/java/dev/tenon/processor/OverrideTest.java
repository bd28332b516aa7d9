package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An override that visibly asks more than what it overrides is warned about. */
class OverrideTest {

  private static final String HEAD = "package a;\nimport dev.tenon.contract.*;\n";

  private static final String SEAM =
      HEAD
          + """
          public interface Vault<T> {
            @Requires("amount > 0") void take(long amount);
            @Requires("item != null && open()") void put(T item, int index);
            @Requires("index >= 0") @Requires("index != 0") void drop(int index);
            boolean open();
            void close(int code);
          }
          """;

  private static Compilation compile(String body, String... options) {
    Compilation compilation =
        Compilation.of("a.Vault", SEAM)
            .source(
                "a.Safe", HEAD + "abstract class Safe implements Vault<String> {\n" + body + "\n}")
            .options(options)
            .run();
    assertThat(compilation.errors()).isEmpty();
    return compilation;
  }

  private static String told(String clause, String than) {
    return "precondition '"
        + clause
        + "' of a.Safe asks more than "
        + than
        + ": who calls through a.Vault cannot know; weaken it here, or ask it there; or suppress"
        + " with @SuppressWarnings(\"tenon\")";
  }

  @Test
  void a_stronger_precondition_is_told_at_its_place() {
    assertThat(compile("@Requires(\"sum > 10\") public void take(long sum) {}").warnings())
        .containsExactly("Safe.java:4:12: " + told("sum > 10", "'amount > 0' of a.Vault"));
  }

  @Test
  void one_that_the_seam_does_not_have_is_told() {
    assertThat(compile("@Requires(\"code > 0\") public void close(int code) {}").warnings())
        .containsExactly(
            "Safe.java:4:12: "
                + told("code > 0", "'close' of a.Vault, which has no precondition like it"));
  }

  @Test
  void parameters_are_matched_by_position_under_substituted_type_arguments() {
    assertThat(
            compile(
                    "@Requires(\"item >= 0 && open() && text != null\")"
                        + " public void put(String text, int item) {}")
                .warnings())
        .containsExactly(
            "Safe.java:4:12: "
                + told(
                    "item >= 0 && open() && text != null", "'item != null && open()' of a.Vault"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Requires(\"amount > 0\") public void take(long amount) {}",
        "@Requires(\"sum >= 1L\") public void take(long sum) {}",
        "@Requires(\"sum >= -5\") public void take(long sum) {}",
        "@Requires(\"sum > 0 || open()\") public void take(long sum) {}",
        "@Requires(\"index > 0\") public void drop(int index) {}",
        "@Requires(\"text != null\") @Requires(\"open()\") public void put(String text, int i) {}",
        "@Requires(\"true\") public void close(int code) {}",
        "@Ensures(\"open()\") public void close(int code) {}",
        "@Requires(\"sum % 2 == 0\") public void take(long sum) {}",
        "@SuppressWarnings(\"tenon\") @Requires(\"sum > 10\") public void take(long sum) {}",
        "@Requires(\"sum > 10\") public void take(int sum) {}",
        "@Requires(\"n > 10\") static void take(String sum, long n) { }",
      })
  void nothing_is_told_of_what_asks_no_more_or_is_not_known_to(String method) {
    assertThat(compile(method).warnings()).isEmpty();
  }

  @Test
  void the_option_makes_it_an_error_or_a_note() {
    String method = "@Requires(\"sum > 10\") public void take(long sum) {}";

    assertThat(compile(method, "-Atenon.warnings=note").warnings()).isEmpty();
    assertThat(compile(method, "-Atenon.warnings=note").notes())
        .containsExactly("Safe.java:4:12: " + told("sum > 10", "'amount > 0' of a.Vault"));
  }

  @Test
  void the_contract_of_another_module_is_read_from_its_companion(@TempDir Path folder) {
    Path seam = Compilation.of("a.Vault", SEAM).run().writeTo(folder);
    Compilation safe =
        Compilation.of(
                "a.Safe",
                HEAD
                    + "abstract class Safe implements Vault<String> {\n"
                    + "@Requires(\"sum > 10\") public void take(long sum) {} }")
            .options("-cp", Compilation.annotations() + File.pathSeparator + seam)
            .run();

    assertThat(safe.errors()).isEmpty();
    assertThat(safe.warnings())
        .containsExactly("Safe.java:4:12: " + told("sum > 10", "'amount > 0' of a.Vault"));
  }

  @Test
  void a_seam_without_clauses_asks_nothing_and_what_is_no_seam_says_nothing() {
    String method = " { @Requires(\"n > 0\") public void f(int n) {} }";
    Compilation compilation =
        Compilation.of("a.A", HEAD + "@Seam interface A { void f(int n); }")
            .source("a.B", HEAD + "interface B { void f(int n); }")
            .source("a.C", HEAD + "class C implements A" + method)
            .source("a.D", HEAD + "class D implements B" + method)
            .run();

    assertThat(compilation.warnings()).hasSize(1).allMatch(each -> each.startsWith("C.java:3:"));
  }

  @Test
  void interfaces_and_superclasses_are_compared_too_and_each_clause_is_told_once() {
    Compilation compilation =
        Compilation.of("a.A", HEAD + "interface A { @Requires(\"n > 0\") void f(int n); }")
            .source("a.B", HEAD + "interface B extends A { @Requires(\"n > 1\") void f(int n); }")
            .source(
                "a.C",
                HEAD + "class C implements B { @Requires(\"n > 2\") public void f(int n) {} }")
            .source(
                "a.D", HEAD + "class D extends C { @Requires(\"n > 2\") public void f(int n) {} }")
            .source(
                "a.E", HEAD + "class E extends C { @Requires(\"n > 3\") public void f(int n) {} }")
            .run();
    List<String> warnings = compilation.warnings();

    assertThat(warnings)
        .extracting(each -> each.substring(0, each.indexOf(": who")))
        .containsExactlyInAnyOrder(
            "B.java:3:36: precondition 'n > 1' of a.B asks more than 'n > 0' of a.A",
            "C.java:3:35: precondition 'n > 2' of a.C asks more than 'n > 1' of a.B",
            "E.java:3:32: precondition 'n > 3' of a.E asks more than 'n > 2' of a.C");
  }

  @Test
  void a_bridge_and_a_generic_seam_are_one_operation() {
    Compilation compilation =
        Compilation.of(
                "a.A",
                HEAD
                    + "interface A<T extends Number> {"
                    + " @Requires(\"n.intValue() > 0\") void f(T n); }")
            .source(
                "a.B",
                HEAD
                    + "class B implements A<Integer> {"
                    + " @Requires(\"i.intValue() > 5\") public void f(Integer i) {} }")
            .run();

    assertThat(compilation.warnings()).hasSize(1);
  }
}
