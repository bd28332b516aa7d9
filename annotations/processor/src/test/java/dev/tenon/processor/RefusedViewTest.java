package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A view that does not fit its seam is refused where it is written. */
class RefusedViewTest {

  private static final String PRICING =
      """
      package bank;
      public interface Pricing<K> {
        long quote(String item, int count);
        K find(String name);
        static int most() { return 9; }
      }
      """;

  private static Compilation compile(String body) {
    return Compilation.of("bank.Pricing", PRICING)
        .source("bank.Closed", "package bank;\ninterface Closed { void f(); }")
        .source("a.A", "package a;\nimport bank.*;\nimport dev.tenon.contract.*;\n" + body + "\n")
        .run();
  }

  /** The errors about a view of Pricing with erased types. */
  private static List<String> errorsOf(String method) {
    return compile("@Assumes(Pricing.class) interface A {\n  " + method + "\n}").errors();
  }

  @Test
  void a_method_that_the_seam_does_not_have_is_refused_with_the_nearest_name() {
    assertThat(errorsOf("@Ensures(\"result > 0\") long qoute(String item, int count);"))
        .containsExactly(
            "A.java:5:31: bank.Pricing has no operation 'qoute'; did you mean 'quote'?");
  }

  @Test
  void other_parameter_types_and_another_result_are_refused() {
    assertThat(errorsOf("long quote(String item);\n  String find(String name);"))
        .containsExactly(
            "A.java:5:8: no operation 'quote' of bank.Pricing takes (java.lang.String); candidates:"
                + " quote(java.lang.String, int)",
            "A.java:6:10: 'find' of bank.Pricing returns java.lang.Object, not java.lang.String");
  }

  @Test
  void a_static_operation_is_not_called_through_an_object() {
    assertThat(errorsOf("@Ensures(\"result > 0\") int most();"))
        .containsExactly(
            "A.java:5:30: 'most' of bank.Pricing is static: a view is about calls through an"
                + " object");
  }

  @Test
  void a_body_would_never_run_and_a_static_method_carries_no_clauses() {
    assertThat(
            errorsOf(
                "default Object find(String name) { return name; }\n"
                    + "  @Requires(\"true\") static void f() {}"))
        .containsExactlyInAnyOrder(
            "A.java:5:18: a view is never implemented, so the body of 'find' never runs: make it"
                + " static, for clauses to call, or leave out the body",
            "A.java:6:13: a static method of a view is for clauses to call: it cannot carry clauses:"
                + " f");
  }

  @Test
  void an_invariant_belongs_on_the_operations() {
    assertThat(compile("@Invariant(\"true\") @Assumes(Pricing.class) interface A {}").errors())
        .containsExactly(
            "A.java:4:12: a view has no invariants, since nothing but its client's calls is checked:"
                + " write @Ensures on the operations");
  }

  @Test
  void a_target_is_an_interface_that_the_package_sees() {
    assertThat(compile("@Assumes(String.class) interface A {}").errors())
        .containsExactly("A.java:4:10: @Assumes is about interfaces: java.lang.String is none");
    assertThat(
            compile("class A { private interface P {} @Assumes(P.class) interface V {} }").errors())
        .containsExactly(
            "A.java:4:43: a.A.P is not visible in this package; a clause sees what its view's"
                + " package sees");
    assertThat(compile("@Assumes(value = bank.Closed.class) interface A {}").errors())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("A.java:4:22: bank.Closed is not public in bank");
  }

  @Test
  void a_view_is_not_of_itself_nor_of_what_is_about_another_type() {
    String end = " itself: name the interface that the clauses are about";

    assertThat(compile("@Assumes(A.class) interface A {}").errors())
        .containsExactly("A.java:4:10: a.A is a view" + end);
    assertThat(
            compile(
                    "@Assumes(A.H.class) interface A {\n"
                        + "  @ContractFor(Pricing.class) interface H { @Ensures(\"result != null\")"
                        + " Object find(String name); }\n}")
                .errors())
        .containsExactly("A.java:4:10: a.A.H is a holder" + end);
    assertThat(
            compile(
                    "@ContractFor(A.V.class) interface A {\n"
                        + "  @Assumes(Pricing.class) interface V { @Ensures(\"result != null\")"
                        + " Object find(String name); }\n}")
                .errors())
        .containsExactly("A.java:4:14: a.A.V is a view" + end);
  }

  @Test
  void a_view_is_neither_a_seam_nor_a_holder() {
    assertThat(compile("@Seam @Assumes(Pricing.class) interface A {}").errors())
        .containsExactly("A.java:4:16: a view is no seam, its target is: remove @Seam or @Assumes");
    assertThat(
            compile("@ContractFor(Pricing.class) @Assumes(Pricing.class) interface A {}").errors())
        .containsExactly(
            "A.java:4:14: a holder says what binds every supplier, a view what one client assumes:"
                + " remove @ContractFor or @Assumes");
  }

  @Test
  void a_view_is_an_interface() {
    for (String kind : List.of("class", "enum", "@interface")) {
      assertThat(compile("@Assumes(Pricing.class)\n" + kind + " A {}").errors())
          .containsExactly(
              "A.java:5:%d: @Assumes is for interfaces: a.A is none"
                  .formatted(kind.startsWith("@") ? 2 : 1));
    }
    assertThat(compile("@Assumes(Pricing.class)\nrecord A() {}").errors())
        .containsExactly("A.java:5:1: @Assumes is for interfaces: a.A is none");
  }

  @Test
  void a_generic_view_repeats_the_type_parameters() {
    assertThat(compile("@Assumes(Pricing.class) interface A<K, V> {}").errors())
        .containsExactly(
            "A.java:4:10: the type parameters of A differ from those of bank.Pricing: repeat <K>, or"
                + " have none and repeat the erased types");
  }

  @Test
  void a_private_view_cannot_carry_clauses() {
    assertThat(
            compile(
                    "class A { @Assumes(Pricing.class) private interface V"
                        + " { @Ensures(\"result != null\") Object find(String name); } }")
                .errors())
        .containsExactly(
            "A.java:4:66: a private nested type cannot carry clauses: make a.A.V package-private");
  }

  @Test
  void a_view_that_says_nothing_is_warned_about() {
    String bare = "@Assumes(Pricing.class) interface A { Object find(String name); }";

    assertThat(compile(bare).errors()).isEmpty();
    assertThat(compile(bare).warnings())
        .containsExactly("A.java:4:1: a.A has neither clauses nor constraints: it checks nothing");
    assertThat(compile("@SuppressWarnings(\"tenon\") " + bare).warnings()).isEmpty();
  }

  @Test
  void a_wrong_clause_is_said_in_terms_of_the_seam() {
    assertThat(
            errorsOf(
                "@Ensures(\"fnid(name) == result && nmae != null\") Object find(String name);"))
        .containsExactly(
            "A.java:5:13: unknown method 'fnid' on bank.Pricing; did you mean 'find'?");
  }

  @Test
  void what_is_wrong_in_several_views_is_said_at_once() {
    Compilation compilation =
        Compilation.of(
                "bank.Till",
                "package bank;\nimport dev.tenon.contract.*;\npublic interface Till {\n"
                    + "  @Requires(\"n > 0\") void take(int n);\n}\n")
            .source(
                "a.Misspelt",
                "package a;\nimport dev.tenon.contract.*;\n@Assumes(bank.Till.class)\n"
                    + "interface Misspelt {\n  @Requires(\"n > 0\") void tke(int n);\n}\n")
            .source(
                "a.Unknown",
                "package a;\nimport dev.tenon.contract.*;\n@Assumes(bank.Till.class)\n"
                    + "interface Unknown {\n  @Requires(\"m > 0\") void take(int n);\n}\n")
            .run();

    assertThat(compilation.errors())
        .containsExactly(
            "Misspelt.java:5:27: bank.Till has no operation 'tke'; did you mean 'take'?",
            "Unknown.java:5:14: unknown name 'm'");
  }
}
