package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A holder that does not fit its target is refused where it is written. */
class RefusedHolderTest {

  private static final String REPO =
      """
      package com.lib;
      import java.util.List;
      public interface Repo<K, V extends Comparable<V>> extends Counted {
        V findById(K id);
        V findByName(String name);
        V findByName(String name, int most);
        List<String> names();
        default void clear() {}
        static int most() { return 9; }
        interface Hidden {}
        private void secret() {}
      }
      """;

  private static final String MORE =
      """
      package com.lib;
      interface Closed { void f(); }
      """;

  private static Compilation compile(String body) {
    return Compilation.of("com.lib.Repo", REPO)
        .source("com.lib.Counted", "package com.lib;\npublic interface Counted { int count(); }")
        .source("com.lib.Closed", MORE)
        .source(
            "a.A", "package a;\nimport com.lib.*;\nimport dev.tenon.contract.*;\n" + body + "\n")
        .run();
  }

  /** The errors about a holder of Repo with erased types. */
  private static java.util.List<String> errorsOf(String method) {
    return compile("@ContractFor(Repo.class) interface A {\n  " + method + "\n}").errors();
  }

  @Test
  void a_method_that_the_target_does_not_have_is_refused_with_the_nearest_name() {
    assertThat(errorsOf("@Requires(\"id != null\") Comparable findByIdd(Object id);"))
        .containsExactly(
            "A.java:5:38: com.lib.Repo has no operation 'findByIdd'; did you mean 'findById'?");
  }

  @Test
  void a_method_without_clauses_must_be_there_all_the_same() {
    assertThat(errorsOf("int cuont();"))
        .containsExactly(
            "A.java:5:7: com.lib.Repo has no operation 'cuont'; did you mean 'count'?");
  }

  @Test
  void static_and_private_methods_are_no_operations() {
    assertThat(errorsOf("int most();\n  void secret();\n  String toString();"))
        .containsExactly(
            "A.java:5:7: 'most' of com.lib.Repo is static: a holder is about calls through an"
                + " object",
            "A.java:6:8: com.lib.Repo has no operation 'secret'",
            "A.java:7:10: com.lib.Repo has no operation 'toString'");
  }

  @Test
  void other_parameter_types_are_refused_with_the_overloads() {
    assertThat(errorsOf("@Requires(\"true\") Comparable findByName(long name);"))
        .containsExactly(
            "A.java:5:32: no operation 'findByName' of com.lib.Repo takes (long); candidates:"
                + " findByName(java.lang.String), findByName(java.lang.String, int)");
  }

  @Test
  void another_result_is_refused() {
    assertThat(errorsOf("long count();\n  java.util.List<Integer> names();"))
        .containsExactly(
            "A.java:5:8: 'count' of com.lib.Repo returns int, not long",
            "A.java:6:27: 'names' of com.lib.Repo returns java.util.List, not"
                + " java.util.List<java.lang.Integer>");
  }

  @Test
  void a_generic_holder_repeats_the_type_parameters() {
    assertThat(compile("@ContractFor(Repo.class) interface A<K, V> { V findById(K id); }").errors())
        .containsExactly(
            "A.java:4:14: the type parameters of A differ from those of com.lib.Repo: repeat <K, V"
                + " extends java.lang.Comparable<V>>, or have none and repeat the erased types");
    assertThat(
            compile(
                    "@ContractFor(Repo.class) interface A<T, C extends Comparable<C>>"
                        + " { C findById(C id); }")
                .errors())
        .containsExactly(
            "A.java:4:70: no operation 'findById' of com.lib.Repo takes (C); candidates:"
                + " findById(T)");
  }

  @Test
  void a_body_would_never_run() {
    String message =
        "a holder is never implemented, so the body of '%s' never runs: make it static, for clauses"
            + " to call, or leave out the body";

    assertThat(errorsOf("default void clear() {}\n  private void f() {}"))
        .containsExactly(
            "A.java:5:16: " + message.formatted("clear"), "A.java:6:16: " + message.formatted("f"));
  }

  @Test
  void a_static_method_carries_no_clauses() {
    assertThat(errorsOf("@Requires(\"true\") static void f() {}"))
        .containsExactly(
            "A.java:5:13: a static method of a holder is for clauses to call: it cannot carry clauses:"
                + " f");
  }

  @Test
  void a_target_is_an_interface() {
    assertThat(compile("@ContractFor(String.class) interface A {}").errors())
        .containsExactly("A.java:4:14: @ContractFor is about interfaces: java.lang.String is none");
    assertThat(compile("@ContractFor(value = int[].class) interface A {}").errors())
        .containsExactly("A.java:4:22: @ContractFor is about interfaces: int[] is none");
    assertThat(compile("@ContractFor(Override.class) interface A {}").errors())
        .containsExactly(
            "A.java:4:14: @ContractFor is about interfaces: java.lang.Override is none");
  }

  @Test
  void a_target_is_not_of_the_jdk_s_core() {
    assertThat(
            compile("@ContractFor(Runnable.class) interface A { @Requires(\"true\") void run(); }")
                .errors())
        .containsExactly(
            "A.java:4:14: java.lang.Runnable is of java.*: the JDK implements and calls it itself,"
                + " where nothing can be checked");
  }

  @Test
  void a_target_is_not_sealed() {
    assertThat(
            compile(
                    "@ContractFor(S.class) interface A {}\n"
                        + "sealed interface S {}\nrecord R() implements S {}")
                .errors())
        .containsExactly(
            "A.java:4:14: a.S is sealed: nobody but who owns it implements it, so clauses belong"
                + " there");
  }

  @Test
  void a_target_is_visible() {
    assertThat(
            compile("class A { private interface P {} @ContractFor(P.class) interface H {} }")
                .errors())
        .containsExactly(
            "A.java:4:47: a.A.P is not visible in this package; a clause sees what its holder's"
                + " package sees");
    assertThat(compile("@ContractFor(com.lib.Closed.class) interface A {}").errors())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("A.java:4:21: com.lib.Closed is not public in com.lib");
  }

  @Test
  void a_target_is_there() {
    assertThat(compile("@ContractFor(Gone.class) interface A { void f(); }").errors())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("A.java:4:14: cannot find symbol");
  }

  @Test
  void a_holder_is_no_seam_and_no_target() {
    assertThat(compile("@Seam @ContractFor(Repo.class) interface A { int count(); }").errors())
        .containsExactly(
            "A.java:4:20: a holder is no seam, its target is: remove @Seam or @ContractFor");
    assertThat(compile("@ContractFor(A.class) interface A {}").errors())
        .containsExactly(
            "A.java:4:14: a.A is a holder itself: name the interface that the clauses are about");
  }

  @Test
  void a_holder_is_an_interface() {
    assertThat(compile("@ContractFor(Repo.class) class A {}").errors())
        .containsExactly("A.java:4:26: @ContractFor is for interfaces: a.A is none");
  }

  @Test
  void a_private_holder_cannot_carry_clauses() {
    assertThat(
            compile(
                    "class A { @ContractFor(Counted.class) private interface H"
                        + " { @Requires(\"true\") int count(); } }")
                .errors())
        .containsExactly(
            "A.java:4:71: a private nested type cannot carry clauses: make a.A.H package-private");
  }

  @Test
  void a_holder_without_clauses_is_warned_about() {
    String bare = "@ContractFor(Repo.class) interface A { int count(); }";

    assertThat(compile(bare).errors()).isEmpty();
    assertThat(compile(bare).warnings())
        .containsExactly("A.java:4:1: a.A has no clauses: it checks nothing");
    assertThat(compile("@SuppressWarnings(\"tenon\") " + bare).warnings()).isEmpty();
  }

  @Test
  void a_wrong_clause_is_said_in_terms_of_the_target() {
    assertThat(
            errorsOf(
                "@Requires(\"cuont() > id.hashCode()\") Comparable findById(Object id);\n"
                    + "  @Requires(\"idd != null\") void clear();"))
        .containsExactly(
            "A.java:5:14: unknown method 'cuont' on com.lib.Repo; did you mean 'count'?",
            "A.java:6:14: unknown name 'idd'");
  }
}
