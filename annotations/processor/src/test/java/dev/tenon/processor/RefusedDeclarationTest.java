package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What cannot carry clauses is refused at the declaration, before javac sees generated code. */
class RefusedDeclarationTest {

  private static Compilation compile(String body) {
    return Compilation.of("a.A", "package a;\nimport dev.tenon.contract.*;\n" + body).run();
  }

  @Test
  void a_parameter_cannot_be_called_result() {
    assertThat(compile("interface A { @Requires(\"true\") int f(int result); }").errors())
        .containsExactly(
            "A.java:3:43: a parameter of an operation with clauses cannot be called 'result':"
                + " result, old and names with $ are reserved");
  }

  @Test
  void a_parameter_cannot_have_a_dollar() {
    assertThat(compile("interface A { @Requires(\"true\") int f(int $n, int old); }").errors())
        .hasSize(2);
  }

  @Test
  void a_private_nested_type_cannot_carry_clauses() {
    assertThat(
            compile("class A { private interface B { @Requires(\"n > 0\") void f(int n); } }")
                .errors())
        .containsExactly(
            "A.java:3:43: a private nested type cannot carry clauses: make a.A.B package-private");
  }

  @Test
  void a_type_inside_a_private_one_cannot_carry_clauses() {
    assertThat(
            compile(
                    "class A { private static class B { interface C { @Requires(\"n > 0\")"
                        + " void f(int n); } } }")
                .errors())
        .hasSize(1);
  }

  @Test
  void a_static_method_cannot_carry_clauses() {
    assertThat(compile("interface A { @Requires(\"true\") static void f() {} }").errors())
        .containsExactly("A.java:3:25: clauses on static methods are not supported: f");
  }

  @Test
  void a_private_method_cannot_carry_clauses() {
    assertThat(compile("class A { @Requires(\"true\") private void f() {} }").errors())
        .containsExactly("A.java:3:21: clauses on private methods are not supported: f");
  }

  @Test
  void a_void_operation_has_no_result() {
    assertThat(compile("interface A { @Ensures(\"result > 0\") void f(); }").errors())
        .containsExactly("A.java:3:25: 'result' of an operation that returns nothing");
  }

  @Test
  void an_operation_has_at_most_63_clauses_of_a_kind() {
    String clauses =
        IntStream.range(0, 64)
            .mapToObj(number -> "@Requires(\"n != " + number + "\")")
            .collect(Collectors.joining("\n"));

    assertThat(compile("interface A {\n" + clauses + "\nvoid f(int n); }").errors())
        .containsExactly("A.java:67:12: an operation has at most 63 clauses of one kind");
  }

  @Test
  void seam_is_for_interfaces() {
    assertThat(compile("@Seam class A {}").errors())
        .containsExactly("A.java:3:7: @Seam is for interfaces: a.A is none");
  }

  @Test
  void other_clauses_of_the_type_are_judged_in_the_same_run() {
    assertThat(
            compile(
                    """
                    interface A {
                      @Requires("n +") void f(int n);
                      @Requires("nn > 0") void g(int n);
                    }
                    """)
                .errors())
        .containsExactly(
            "A.java:4:16: clause is not one Java expression: it is not complete",
            "A.java:5:14: unknown name 'nn'; did you mean 'n'?");
  }
}
