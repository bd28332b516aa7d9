package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The forms of Java that clauses and their declarations may have. */
class FormsTest {

  private static Compilation compile(String type, String source) {
    Compilation compilation = Compilation.of(type, source).run();
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    return compilation;
  }

  /** Compiles clauses over (String s, int n, Object o, int... rest) and asks each. */
  private static List<Integer> asked(String members, List<String> clauses, Object... arguments) {
    StringBuilder source = new StringBuilder("package a;\nimport dev.tenon.contract.*;\n");
    source.append("import static java.lang.Math.*;\nimport java.util.*;\n");
    source.append("public interface A {\n").append(members).append('\n');
    for (int i = 0; i < clauses.size(); i++) {
      source.append("@Requires(").append(clauses.get(i)).append(")\nvoid f").append(i);
      source.append("(String s, int n, Object o, int... rest);\n");
    }
    Compilation compilation = compile("a.A", source.append('}').toString());
    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");
    Object supplier = Suppliers.answering(loader, "a.A", Map.of("limit", 5));
    return IntStream.range(0, clauses.size())
        .mapToObj(
            i ->
                companion.requires(
                    "f" + i, supplier, arguments[0], arguments[1], arguments[2], new int[] {1, 2}))
        .toList();
  }

  private static void assertHold(String members, String... clauses) {
    assertThat(asked(members, List.of(clauses), "abc", 3, "x"))
        .hasSize(clauses.length)
        .allMatch(rank -> rank == -1);
  }

  @Test
  void names_of_the_seam_need_no_qualifier() {
    assertHold(
        """
        int LIMIT = 5; int limit();
        static boolean isShort(String s) { return s.length() < LIMIT; }
        enum Color { RED } record Pair(int x, int y) {}
        """,
        "\"n < LIMIT\"",
        "\"n < limit() && this.limit() == 5\"",
        "\"isShort(s)\"",
        "\"A.isShort(s) && a.A.LIMIT == 5\"",
        "\"o != Color.RED\"",
        "\"new Pair(n, 1).x() == 3\"",
        "\"!(o instanceof Pair)\"",
        "\"Color.valueOf(\\\"RED\\\").ordinal() == 0\"",
        "\"List.<Color>of().isEmpty()\"",
        "\"A.this.limit() == 5\"");
  }

  @Test
  void imports_and_static_imports_are_those_of_the_file() {
    assertHold(
        "",
        "\"max(n, 4) == 4\"",
        "\"PI > 3\"",
        "\"Objects.equals(s, \\\"abc\\\")\"",
        "\"java.util.Objects.nonNull(s)\"",
        "\"Map.Entry.class != null\"");
  }

  @Test
  void lambdas_patterns_and_switches_are_expressions() {
    assertHold(
        "",
        "\"Arrays.stream(rest).allMatch(each -> each > 0 && each < n)\"",
        "\"Arrays.stream(rest).boxed().map(String::valueOf).allMatch(t -> t.length() == 1)\"",
        "\"o instanceof String t && t.length() == 1\"",
        "\"!(o instanceof String t) || t.length() == 1\"",
        "\"o instanceof String t ? t.length() == 1 : true\"",
        "\"switch (n) { case 1, 2 -> false; case 3 -> s.length() == n; default -> throw new"
            + " IllegalStateException(s); }\"",
        "\"Optional.of(s).map(t -> t.length()).filter(l -> l == n).isPresent()\"",
        "\"Arrays.stream(rest).anyMatch(i -> Arrays.stream(rest).anyMatch(j -> i < j))\"");
  }

  @Test
  void literals_of_every_kind_survive() {
    assertHold(
        "",
        "\"s.equals(\\\"abc\\\") && s.charAt(0) == 'a'\"",
        "\"\\\"\\u00e9\\\\u00e9\\\".length() == 2\"",
        "\"'\\\\n' == 10 && \\\"\\\\\\\\\\\".length() == 1\"",
        "\"1_000L == 1000 && 0x1p3 == 8.0 && 1e3f == 1000\"",
        "\"\"\"\n    n > 0\n    // a word\n    && s != null\"\"\"",
        "\"\"\"\n    s.equals(\"abc\")\"\"\"",
        "\"\\\"\u00e9\\\".length() == 1\"");
  }

  @Test
  void casts_arrays_and_operators_are_expressions() {
    assertHold(
        "",
        "\"rest.length == 2 && rest[0] < rest[1]\"",
        "\"((String) o).length() == 1 && (long) n == 3L\"",
        "\"new int[] {1, 2}[1] == 2 && new String[3].length == 3\"",
        "\"(n & 1) == 1 && ~n < 0 && (n ^ n) == 0 && n >>> 1 == 1 && n % 2 == 1\"",
        "\"(n > 2 ? 1 : 2) == 1\"",
        "\"int[].class.isArray() && String.class.getName() != null\"");
  }

  @Test
  void a_parameter_may_be_called_like_a_package() {
    Compilation compilation =
        compile(
            "a.A",
            "package a; import dev.tenon.contract.*; interface A {"
                + " @Ensures(\"old(dev.length()) == java.length()\")"
                + " void f(String dev, String java, String bank); }");

    assertThat(Companion.of(compilation.loader(), "a.A").contract().operations()).hasSize(1);
  }

  @Test
  void type_parameters_may_hide_each_other() {
    Compilation compilation =
        compile(
            "a.A",
            """
            package a; import dev.tenon.contract.*; import java.util.*;
            public interface A<T extends Comparable<T>, U> {
              T first();
              @Requires("t.compareTo(first()) > 0 && us.contains(t) == false")
              @SuppressWarnings("tenon")
              @Ensures("result == null || result.compareTo(old(first())) > 0")
              T put(T t, List<? super U> us);
              @Requires("ts.size() > 0 && ts.get(0) != first()")
              @Ensures("old(ts).size() == ts.size()")
              <T, X extends Exception & Comparable<X>> T[] any(List<T> ts, X x) throws X;
            }
            """);
    Companion companion = Companion.of(compilation.loader(), "a.A");

    assertThat(companion.operation("any").descriptor())
        .isEqualTo("(Ljava/util/List;Ljava/lang/Exception;)[Ljava/lang/Object;");
    assertThat(companion.operation("put").descriptor())
        .isEqualTo("(Ljava/lang/Comparable;Ljava/util/List;)Ljava/lang/Comparable;");
  }

  @Test
  void overloads_are_operations_of_their_own() {
    Compilation compilation =
        compile(
            "a.A",
            "package a; import dev.tenon.contract.*; interface A {"
                + " @Requires(\"n > 0\") void f(int n); @Requires(\"n > 0\") void f(long n);"
                + " @Requires(\"n.length > 0\") void f(int... n); }");

    assertThat(Companion.of(compilation.loader(), "a.A").contract().operations())
        .extracting(operation -> operation.descriptor())
        .containsExactly("(I)V", "(J)V", "([I)V");
  }

  @Test
  void a_class_may_state_its_own_clauses() {
    Compilation compilation =
        compile(
            "a.A",
            """
            package a; import dev.tenon.contract.*;
            public abstract class A implements Comparable<A> {
              protected int size; static final int MOST = 9; private int secret;
              @Override @Requires("other.size > 0 && size < MOST && this.size >= 0 && mine()")
              public int compareTo(A other) { return size - other.size + secret; }
              boolean mine() { return true; }
              class In { @Requires("n > 0") void f(int n) {} }
            }
            """);

    assertThat(compilation.files())
        .contains("a/A$$Contract.class", "a/A$In$$Contract.class")
        .doesNotContain("META-INF/services/dev.tenon.contract.Seam");
  }

  @Test
  void a_record_reads_its_components_through_accessors() {
    Compilation compilation =
        compile(
            "a.A",
            """
            package a; import dev.tenon.contract.*;
            public record A(int x, int[] y) {
              @Requires("x > n && this.x > n && y.length == 1")
              public int minus(int n) { return x - n; }
            }
            """);
    Companion companion = Companion.of(compilation.loader(), "a.A");

    assertThat(companion.operation("minus").clauses()[0].leaf()).isTrue();
    assertThat(compilation.text("a/A$$Clauses.java")).contains("$self.x() > n");
  }

  @Test
  void an_enum_may_state_its_own_clauses() {
    compile(
        "a.A",
        """
        package a; import dev.tenon.contract.*;
        public enum A { RED, GREEN;
          @Requires("switch (other) { case RED -> true; case GREEN -> this != RED; }")
          public void mix(A other) {}
        }
        """);
  }

  @Test
  void checked_exceptions_of_queries_pass() {
    compile(
        "a.A",
        "package a; import dev.tenon.contract.*; interface A { int q() throws Exception;"
            + " @Requires(\"q() > 0\") @Ensures(\"old(q()) > 0\") void f(); }");
  }

  @Test
  void deprecated_things_give_no_warning_in_generated_code() {
    compile(
        "a.A",
        """
        package a; import dev.tenon.contract.*; import java.util.*;
        @SuppressWarnings({"deprecation", "rawtypes", "removal"})
        interface A { @Deprecated(forRemoval = true) int q();
          @Requires("q() > 0 && new Integer(3) == 3 && raw.contains(1) && ((List<String>) raw) != null")
          @Ensures("old(q()) > 0 && old(raw) != null") void f(List raw); }
        """);
  }

  @Test
  void an_implicit_accessor_is_a_leaf_and_a_written_one_is_not() {
    Compilation compilation =
        compile(
            "a.A",
            """
            package a; import dev.tenon.contract.*;
            interface A {
              record P(int x, int y) { public int y() { return y; } }
              @Requires("p.x() > 0") void implicit(P p);
              @Requires("p.y() > 0") void written(P p);
              @Requires("s.equals(\\"a\\") && s.length() > Math.max(1, 2)") void values(String s);
              @Requires("s + 1 != null") void text(String s);
              @Requires("(\\"\\" + o) != null") void object(Object o);
              @Requires("o.equals(o)") void equal(Object o);
              @Requires("o instanceof String && as[0] > as.length") void plain(Object o, int[] as);
            }
            """);
    Companion companion = Companion.of(compilation.loader(), "a.A");

    assertThat(List.of("implicit", "values", "text", "plain"))
        .allMatch(each -> companion.operation(each).clauses()[0].leaf());
    assertThat(List.of("written", "object", "equal"))
        .noneMatch(each -> companion.operation(each).clauses()[0].leaf());
  }

  @Test
  void names_are_derived_from_tokens() {
    Compilation compilation =
        compile(
            "a.A",
            "package a; import dev.tenon.contract.*; interface A {"
                + " @Requires(\"n>0\") void f(int n); @Requires(\"n /* some */ > 0\") void g(int n);"
                + " @Ensures(\"n > 0\") void h(int n); }");
    Companion companion = Companion.of(compilation.loader(), "a.A");
    String name = companion.operation("f").clauses()[0].name();

    assertThat(name).startsWith("requires-").hasSize(17);
    assertThat(companion.operation("g").clauses()[0].name()).isEqualTo(name);
    assertThat(companion.operation("h").clauses()[0].name()).startsWith("ensures-");
  }

  @Test
  void a_type_may_have_a_name_that_companions_use() {
    for (String name : AnnotationText.NAMES) {
      Compilation compilation =
          Compilation.of(
                  "a.A",
                  """
                  package a; import dev.tenon.contract.*; import b.*;
                  public interface A {
                    @Requires("%1$s.MOST > n && it != null") @Ensures("old(n) == %1$s.MOST - 1")
                    void f(int n, %1$s it);
                  }
                  """
                      .formatted(name))
              .source("a." + name, "package a; public class " + name + " { static int MOST = 3; }")
              .source("b.Other", "package b; public class Other {}")
              .run();

      assertThat(compilation.errors()).as(name).isEmpty();
    }
  }

  @Test
  void an_imported_type_may_have_a_name_that_companions_use() {
    for (String name : AnnotationText.NAMES) {
      Compilation compilation =
          Compilation.of(
                  "a.A",
                  """
                  package a; import dev.tenon.contract.*; import b.%1$s;
                  public interface A {
                    @Requires("\\u0043%2$s.MOST > n") void f(int n);
                  }
                  """
                      .formatted(name, name.substring(1)))
              .source(
                  "b." + name, "package b; public class " + name + " { public static int MOST; }")
              .run();

      assertThat(compilation.errors()).as(name).isEmpty();
    }
  }

  @Test
  void a_parameter_may_be_spelled_with_an_escape() {
    assertHold("", "\"\\\\u006e == 3\"");
  }
}
