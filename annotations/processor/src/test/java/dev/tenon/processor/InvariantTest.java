package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.CompiledOperation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of invariants, on every kind of type. */
class InvariantTest {

  private static final String INVARIANTS = "<invariant>";

  private static Compilation compile(String body) {
    Compilation compilation =
        Compilation.of("a.A", "package a;\nimport dev.tenon.contract.*;\n" + body)
            .options("-Werror")
            .run();
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    return compilation;
  }

  private static Object made(Compilation in, ClassLoader loader, String type, Object... with)
      throws ReflectiveOperationException {
    var constructor = loader.loadClass(type).getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(with);
  }

  @Test
  void they_are_the_last_operation() {
    Compilation compilation =
        compile(
            """
            @Invariant(value = "size() >= 0", name = "counted", because = "it counts")
            @Invariant("size() <= LIMIT")
            public interface A { int LIMIT = 3; int size(); @Requires("n > 0") void f(int n); }
            """);
    Companion companion = Companion.of(compilation.loader(), "a.A");
    CompiledOperation[] operations = companion.contract().operations();

    assertThat(operations).extracting(CompiledOperation::name).containsExactly("f", INVARIANTS);
    assertThat(operations[1].descriptor()).isEqualTo("()V");
    assertThat(operations[1].parameters()).isEmpty();
    assertThat(operations[1].isStatic()).isFalse();
    assertThat(operations[1].clauses()[0].role()).isEqualTo("invariant");
    assertThat(operations[1].clauses()[0].name()).isEqualTo("counted");
    assertThat(operations[1].clauses()[1].name()).startsWith("invariant-");
  }

  @Test
  void each_is_asked_and_explained() {
    Compilation compilation =
        compile(
            """
            @Invariant("size() >= 0") @Invariant("size() < 3")
            public interface A { int size(); }
            """);
    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");
    Map<String, Object> answers = new HashMap<>(Map.of("size", 1));
    Object supplier = Suppliers.answering(loader, "a.A", answers);

    assertThat(companion.call("invariant", INVARIANTS, supplier)).isEqualTo(-1);
    answers.put("size", 5);
    assertThat(companion.call("invariant", INVARIANTS, supplier)).isEqualTo(1);
    assertThat(companion.call("invariantOf", INVARIANTS, 1L, supplier)).isEqualTo(-1);
    assertThat(companion.has("invariantUnder", INVARIANTS)).isTrue();
    assertThat(companion.explain("Invariant", 1, INVARIANTS, supplier).seen())
        .containsExactly(Map.entry("size()", 5));
  }

  @Test
  void a_class_shows_its_fields() throws ReflectiveOperationException {
    Compilation compilation =
        compile(
            "@Invariant(\"n > this.low\") class A { int n; int low; A(int n) { this.n = n; } }");
    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");

    assertThat(companion.has("invariantUnder", INVARIANTS)).isFalse();
    assertThat(companion.call("invariant", INVARIANTS, made(compilation, loader, "a.A", 1)))
        .isEqualTo(-1);
    assertThat(companion.call("invariant", INVARIANTS, made(compilation, loader, "a.A", -1)))
        .isEqualTo(0);
  }

  @Test
  void a_record_shows_its_components() throws ReflectiveOperationException {
    Compilation compilation =
        compile("@Invariant(\"from <= to\") public record A(int from, int to) {}");
    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");

    assertThat(companion.operation(INVARIANTS).clauses()[0].leaf()).isTrue();
    assertThat(companion.call("invariant", INVARIANTS, made(compilation, loader, "a.A", 2, 1)))
        .isEqualTo(0);
  }

  @Test
  void an_enum_has_invariants() {
    Compilation compilation =
        compile("@Invariant(\"weight >= 0\") enum A { X { }, Y; int weight = ordinal(); }");
    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");

    assertThat(
            companion.call(
                "invariant", INVARIANTS, compilationConstant(compilation, loader, "a.A")))
        .isEqualTo(-1);
  }

  private static Object compilationConstant(Compilation in, ClassLoader loader, String type) {
    try {
      return loader.loadClass(type).getEnumConstants()[0];
    } catch (ClassNotFoundException e) {
      throw new AssertionError(in.files().toString(), e);
    }
  }

  @Test
  void a_sealed_interface_a_nested_type_and_a_generic_one_have_invariants() {
    Compilation compilation =
        compile(
            """
            @Invariant("true") sealed interface A permits A.B {
              @Invariant("items().size() > 0 && first() == items().get(0)") non-sealed interface B extends A {}
              @Invariant("items != null") class Box<T extends Comparable<T>> {
                java.util.List<T> items = java.util.List.of();
                class Inner<E> { }
                @Invariant("item == null || item.compareTo(item) == 0") class Slot { T item; }
              }
              java.util.List<String> items();
              String first();
            }
            """);

    assertThat(compilation.files())
        .contains(
            "a/A$$Contract.class",
            "a/A$B$$Contract.class",
            "a/A$Box$$Contract.class",
            "a/A$Box$Slot$$Contract.class");
  }

  @Test
  void the_manifest_lists_them_beside_the_operations() {
    Compilation compilation = compile("@Invariant(\"true\") public interface A { }");

    assertThat(compilation.text("META-INF/tenon/a.A.json"))
        .contains(
            "\"operations\": [],\n  \"invariants\": [\n    {\n      \"role\": \"invariant\",");
    assertThat(compilation.text("META-INF/services/dev.tenon.contract.Seam").lines().skip(1))
        .containsExactly("a.A");
  }

  @Test
  void a_holder_has_invariants_about_its_target() {
    Compilation compilation =
        Compilation.of(
                "lib.Stack", "package lib; public interface Stack<T> { int size(); T top(); }")
            .source(
                "a.A",
                """
                package a;
                import dev.tenon.contract.*;
                @ContractFor(lib.Stack.class) @Invariant("size() >= 0 && isFine(top())")
                interface A<T> {
                  @Throws(value = java.util.NoSuchElementException.class, when = "size() == 0")
                  T top();
                  static boolean isFine(Object o) { return true; }
                }
                """)
            .run();
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");
    Object stack = Suppliers.answering(loader, "lib.Stack", Map.of("size", -1));

    assertThat(companion.contract().type()).isEqualTo("lib.Stack");
    assertThat(companion.call("invariant", INVARIANTS, stack)).isEqualTo(0);
    assertThat(companion.has("throws", "top")).isTrue();
  }
}
