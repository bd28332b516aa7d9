package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.Carrier;
import dev.tenon.contract.companion.CompiledOperation;
import org.junit.jupiter.api.Test;

/** Clauses of what has no object at entry: static methods and constructors. */
class StaticFormsTest {

  private static Companion compile(String body) {
    return Companion.of(compilation(body).loader(), "a.A");
  }

  private static Compilation compilation(String body) {
    Compilation compilation =
        Compilation.of("a.A", "package a;\nimport dev.tenon.contract.*;\n" + body)
            .options("-Werror")
            .run();
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    return compilation;
  }

  @Test
  void a_static_method_of_a_seam_has_clauses() {
    Companion companion =
        compile(
            """
            public interface A {
              int LIMIT = 3;
              static boolean isSmall(int n) { return n < LIMIT; }
              @Requires("n > 0 && isSmall(n)")
              @Ensures("result == old(n) + 1")
              @Throws(value = IllegalStateException.class, when = "n == 2")
              static int next(int n) { return n + 1; }
            }
            """);
    CompiledOperation next = companion.operation("next");
    Carrier carrier = companion.capture("next", null, 2);

    assertThat(next.isStatic()).isTrue();
    assertThat(next.descriptor()).isEqualTo("(I)I");
    assertThat(companion.requires("next", null, 1)).isEqualTo(-1);
    assertThat(companion.requires("next", null, 4)).isZero();
    assertThat(companion.ensures("next", Companion.exit(carrier, 3, null, 2))).isEqualTo(-1);
    assertThat(companion.call("throws", "next", Companion.exit(carrier, null, 2))).isEqualTo(0);
  }

  @Test
  void a_static_method_of_a_generic_class_has_type_parameters_of_its_own() {
    Companion companion =
        compile(
            """
            class A<T extends Number> {
              @Requires("one.compareTo(other) < 0")
              static <T extends Comparable<T>> T of(T one, T other) { return one; }
            }
            """);

    assertThat(companion.requires("of", null, "a", "b")).isEqualTo(-1);
    assertThat(companion.requires("of", null, "b", "a")).isZero();
  }

  @Test
  void a_constructor_has_clauses() throws ReflectiveOperationException {
    Compilation compilation =
        compilation(
            """
            public class A<T> {
              final int n; final T item;
              @Requires("n > 0 && item != null")
              @Ensures("this.n == old(n) && this.item == item && n() == n")
              public <E extends T> A(int n, E item) { this.n = n; this.item = item; }
              int n() { return n; }
            }
            """);
    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");
    Object made =
        loader.loadClass("a.A").getDeclaredConstructor(int.class, Object.class).newInstance(1, "x");
    Carrier carrier = companion.capture("<init>", null, 1, "x");

    assertThat(companion.operation("<init>").descriptor()).isEqualTo("(ILjava/lang/Object;)V");
    assertThat(companion.operation("<init>").isStatic()).isFalse();
    assertThat(companion.requires("<init>", null, 1, "x")).isEqualTo(-1);
    assertThat(companion.requires("<init>", null, 0, "x")).isZero();
    assertThat(companion.ensures("<init>", Companion.exit(carrier, made, 1, "x"))).isEqualTo(-1);
    assertThat(companion.ensures("<init>", Companion.exit(carrier, made, 1, "y"))).isZero();
  }

  @Test
  void a_compact_constructor_has_clauses() throws ReflectiveOperationException {
    Compilation compilation =
        compilation(
            """
            public record A(int from, int to) {
              @Requires("from <= to")
              @Ensures("from() == from && this.to == to")
              public A { }
            }
            """);
    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");
    Object made = loader.loadClass("a.A").getDeclaredConstructors()[0].newInstance(1, 2);

    assertThat(companion.operation("<init>").parameters()).containsExactly("from", "to");
    assertThat(companion.requires("<init>", null, 2, 1)).isZero();
    assertThat(companion.ensures("<init>", made, 1, 2)).isEqualTo(-1);
    assertThat(companion.ensures("<init>", made, 1, 3)).isZero();
  }

  @Test
  void a_canonical_constructor_and_others_have_clauses() {
    Companion companion =
        compile(
            """
            record A(int n) {
              @Requires("n > 0") A(int n) { this.n = n; }
              @Requires("!s.isEmpty()") @Ensures("n == old(s.length())") A(String s) { this(s.length()); }
            }
            """);

    assertThat(companion.contract().operations())
        .extracting(CompiledOperation::descriptor)
        .containsExactly("(I)V", "(Ljava/lang/String;)V");
  }

  @Test
  void the_manifest_says_what_is_static() {
    assertThat(
            compilation("interface A { @Requires(\"n > 0\") static void f(int n) {} }")
                .text("META-INF/tenon/a.A.json"))
        .contains("\"static\": true");
  }
}
