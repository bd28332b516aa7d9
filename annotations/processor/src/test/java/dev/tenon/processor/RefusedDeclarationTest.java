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
  void a_private_static_method_cannot_carry_clauses() {
    assertThat(compile("class A { @Requires(\"true\") private static void f() {} }").errors())
        .containsExactly("A.java:3:21: clauses on private methods are not supported: f");
  }

  @Test
  void a_private_constructor_cannot_carry_clauses() {
    assertThat(compile("class A { @Requires(\"n > 0\") private A(int n) {} }").errors())
        .containsExactly(
            "A.java:3:21: clauses on private constructors are not supported: put them on the method"
                + " that calls it");
  }

  @Test
  void a_constructor_of_an_inner_class_cannot_carry_clauses() {
    assertThat(compile("class A { class B { @Requires(\"n > 0\") B(int n) {} } }").errors())
        .containsExactly(
            "A.java:3:31: a constructor of an inner class cannot carry clauses: it takes a hidden"
                + " parameter; make a.A.B static");
  }

  @Test
  void a_constructor_of_an_enum_cannot_carry_clauses() {
    assertThat(compile("enum A { X(1); @Requires(\"n > 0\") A(int n) {} }").errors())
        .containsExactly(
            "A.java:3:26: a constructor of an enum cannot carry clauses: it takes hidden"
                + " parameters; use @Invariant on a.A");
  }

  @Test
  void a_constructor_has_no_exception_clauses() {
    assertThat(compile("class A { @Throws(Error.class) A() {} }").errors())
        .singleElement()
        .asString()
        .matches(
            "A.java:3:11: annotation (type|interface) not applicable to this kind of declaration");
  }

  @Test
  void two_exceptions_of_one_simple_name_need_names() {
    String exception = "class %s { static class E extends Error {} }\n";

    assertThat(
            compile(
                    "@SuppressWarnings(\"serial\") "
                        + exception.formatted("X")
                        + "@SuppressWarnings(\"serial\") "
                        + exception.formatted("Y")
                        + "interface A { @Throws(X.E.class) @Throws(Y.E.class) void f(); }")
                .errors())
        .containsExactly(
            "A.java:5:35: the name 'throws-f4d161da' is taken by the clause in line 5: give this one"
                + " a name");
  }

  @Test
  void a_record_component_carries_no_clauses() {
    assertThat(compile("record A(int n, @Ensures(\"result > 0\") int x) {}").errors())
        .containsExactly(
            "A.java:3:17: clauses on the record component 'x' are never checked: write @Invariant"
                + " on a.A, or the accessor itself with its clauses");
  }

  @Test
  void an_annotation_type_has_no_invariants() {
    assertThat(compile("@Invariant(\"true\") @interface A {}").errors())
        .containsExactly(
            "A.java:3:12: an annotation type cannot carry invariants: its objects are made by the"
                + " JDK");
  }

  @Test
  void a_private_nested_type_has_no_invariants() {
    assertThat(compile("class A { @Invariant(\"true\") private static class B {} }").errors())
        .containsExactly(
            "A.java:3:22: a private nested type cannot carry clauses: make a.A.B package-private");
  }

  @Test
  void an_exception_that_the_package_does_not_see_is_refused() {
    assertThat(
            compile(
                    "class A { private static class E extends Error {}"
                        + " @Throws(E.class) void f() {} }")
                .errors())
        .containsExactly(
            "A.java:3:59: a.A.E is not visible in this package; a clause sees what another class of"
                + " its package sees");
  }

  @Test
  void an_exception_that_does_not_exist_is_for_javac_to_tell() {
    assertThat(compile("interface A { @Throws(Missing.class) void f(); }").errors())
        .hasSize(1)
        .allMatch(error -> error.contains("cannot find symbol"));
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
