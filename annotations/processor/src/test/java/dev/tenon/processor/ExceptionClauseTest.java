package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.contract.companion.Carrier;
import dev.tenon.contract.companion.CompiledClause;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of exception clauses. */
class ExceptionClauseTest {

  private static final String SOURCE =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        class Closed extends RuntimeException { private static final long serialVersionUID = 1L; }
        @Pure long balance();
        boolean isOpen();

        @Requires("amount > 0")
        @Throws(value = Closed.class, when = "!isOpen()", ensures = "balance() == old(balance())",
            because = "closed is closed")
        @Throws(java.io.IOException.class)
        @Throws(value = IllegalArgumentException.class, when = "amount > balance()", name = "covered")
        @Ensures("old(!isOpen()) || result > 0")
        long withdraw(@Sensitive long amount, StringBuilder notes) throws java.io.IOException;

        @Throws(value = Closed.class, when = "a > b && name.isEmpty() && notes.length() > 0")
        void note(long b, int a, String name, StringBuilder notes);

        @Throws(value = Closed.class, when = "closed")
        void flag(boolean closed);

        @Throws(Closed.class) void may();
      }
      """;

  private final Compilation compilation = Compilation.of("bank.Vault", SOURCE).run();
  private final ClassLoader loader = compilation.loader();
  private final Companion companion = Companion.of(loader, "bank.Vault");
  private final Map<String, Object> answers = new HashMap<>(Map.of("balance", 10L, "isOpen", true));
  private final Object vault = Suppliers.answering(loader, "bank.Vault", answers);
  private final StringBuilder notes = new StringBuilder("x");

  private CompiledClause clause(String operation, String role, int rank) {
    return Arrays.stream(companion.operation(operation).clauses())
        .filter(each -> each.role().equals(role))
        .toList()
        .get(rank);
  }

  private int throwsOf(long amount) {
    Carrier carrier = companion.capture("withdraw", vault, amount, notes);
    return Companion.number(
        companion.call("throws", "withdraw", Companion.exit(carrier, vault, amount, notes)));
  }

  @Test
  void nothing_is_warned_about() {
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
  }

  @Test
  void it_stands_among_the_clauses_in_source_order_with_what_holds_after_it_behind_it() {
    assertThat(companion.operation("withdraw").clauses())
        .extracting(CompiledClause::role)
        .containsExactly("requires", "throws", "after", "throws", "throws", "ensures");
    assertThat(companion.operation("withdraw").clauses())
        .extracting(CompiledClause::text)
        .containsExactly(
            "amount > 0",
            "!isOpen()",
            "balance() == old(balance())",
            "",
            "amount > balance()",
            "old(!isOpen()) || result > 0");
  }

  @Test
  void it_names_its_exception_and_what_holds_after_has_its_name_line_and_reason() {
    CompiledClause closed = clause("withdraw", "throws", 0);
    CompiledClause after = clause("withdraw", "after", 0);

    assertThat(closed.exception()).isEqualTo("bank.Vault$Closed").isEqualTo(after.exception());
    assertThat(closed.name()).startsWith("throws-").isEqualTo(after.name());
    assertThat(closed.line()).isEqualTo(9).isEqualTo(after.line());
    assertThat(closed.because()).isEqualTo("closed is closed").isEqualTo(after.because());
    assertThat(clause("withdraw", "throws", 1).exception()).isEqualTo("java.io.IOException");
    assertThat(clause("withdraw", "requires", 0).exception()).isEmpty();
  }

  @Test
  void its_name_comes_from_the_exception_and_the_condition() {
    assertThat(companion.operation("withdraw").clauses())
        .filteredOn(each -> each.role().equals("throws"))
        .extracting(CompiledClause::name)
        .doesNotHaveDuplicates()
        .contains("covered");
    assertThat(clause("may", "throws", 0).name())
        .isNotEqualTo(clause("note", "throws", 0).name())
        .isNotEqualTo(clause("withdraw", "throws", 0).name());
  }

  @Test
  void its_condition_is_captured_as_old_is_and_shares_its_slot() {
    assertThat(companion.operation("withdraw").old())
        .containsExactly("!isOpen()", "balance()", "amount > balance()");
    assertThat(clause("withdraw", "throws", 0).old()).containsExactly(0);
    assertThat(clause("withdraw", "after", 0).old()).containsExactly(1);
    assertThat(clause("withdraw", "throws", 1).old()).isEmpty();
    assertThat(clause("withdraw", "ensures", 0).old()).containsExactly(0);
  }

  @Test
  void it_is_a_leaf_and_the_capture_says_whether_its_condition_is_one() {
    assertThat(clause("withdraw", "throws", 0).leaf()).isTrue();
    assertThat(companion.operation("withdraw").guardedCapture()).isTrue();
    assertThat(companion.operation("flag").guardedCapture()).isFalse();
    assertThat(companion.has("throws", "withdraw")).isTrue();
    assertThat(companion.has("throwsOf", "withdraw")).isTrue();
    assertThat(companion.has("throwsUnder", "withdraw")).isFalse();
  }

  @Test
  void a_normal_return_is_right_unless_a_condition_held_at_entry() {
    assertThat(throwsOf(5)).isEqualTo(-1);
    assertThat(throwsOf(11)).isEqualTo(2);
    answers.put("isOpen", false);
    assertThat(throwsOf(5)).isZero();
  }

  @Test
  void only_the_armed_ones_are_asked() {
    Carrier carrier = companion.capture("withdraw", vault, 11L, notes);
    Object[] exit = Companion.exit(carrier, 3L, vault, 11L, notes);

    assertThat(companion.call("throwsOf", "withdraw", exit)).isEqualTo(-1);
  }

  @Test
  void a_condition_that_threw_throws_when_it_is_read() {
    answers.remove("isOpen");
    Carrier carrier = companion.capture("withdraw", vault, 5L, notes);
    Object[] exit = Companion.exit(carrier, vault, 5L, notes);

    assertThatThrownBy(() -> companion.call("throws", "withdraw", exit))
        .hasRootCauseInstanceOf(NullPointerException.class);
  }

  @Test
  void it_knows_its_exceptions_and_their_subclasses() throws Exception {
    Throwable closed =
        (Throwable) compilation.load("bank.Vault$Closed").getDeclaredConstructor().newInstance();

    assertThat(companion.call("throwing", "withdraw", 1, new java.io.EOFException()))
        .isEqualTo(true);
    assertThat(companion.call("throwing", "withdraw", 1, closed)).isEqualTo(false);
    assertThat(companion.call("throwing", "withdraw", 0, closed)).isEqualTo(false);
    assertThat(companion.has("throwing", "may")).isTrue();
    assertThatThrownBy(() -> companion.call("throwing", "withdraw", 3, closed))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_holds_after_it_sees_old_values() {
    Carrier carrier = companion.capture("withdraw", vault, 5L, notes);
    Object[] exit = Companion.exit(carrier, vault, 5L, notes);

    assertThat(companion.call("after", "withdraw", exit)).isEqualTo(-1);
    answers.put("balance", 9L);
    assertThat(companion.call("after", "withdraw", exit)).isEqualTo(0);
    assertThat(companion.explain("After", 0, "withdraw", exit).seen())
        .containsExactlyInAnyOrderEntriesOf(Map.of("balance()", 9L, "old(balance())", 10L));
  }

  @Test
  void evidence_lists_the_parameters_that_cannot_have_changed_and_the_condition() {
    Object[] arguments = {vault, 1L, 2, "", notes};
    Carrier carrier = companion.capture("note", arguments);
    Companion.Explained said =
        companion.explain("Throws", 0, "note", Companion.exit(carrier, arguments));

    assertThat(clause("note", "throws", 0).expressions())
        .containsExactly("a", "b", "name", "a > b && name.isEmpty() && notes.length() > 0");
    assertThat(said.value()).isFalse();
    assertThat(said.seen().values()).containsExactly(2, 1L, "", true);
  }

  @Test
  void a_condition_that_is_a_parameter_is_listed_once() {
    Carrier carrier = companion.capture("flag", vault, true);
    Companion.Explained said =
        companion.explain("Throws", 0, "flag", Companion.exit(carrier, vault, true));

    assertThat(clause("flag", "throws", 0).expressions()).containsExactly("closed");
    assertThat(said.seen()).containsExactly(Map.entry("closed", true));
  }

  @Test
  void a_condition_over_what_is_sensitive_is_sensitive() {
    assertThat(clause("withdraw", "throws", 2).expressions())
        .containsExactly("amount", "amount > balance()");
    assertThat(clause("withdraw", "throws", 2).sensitive()).containsExactly(0, 1);
  }

  @Test
  void without_a_condition_nothing_is_captured_and_every_return_is_right() {
    assertThat(companion.operation("may").old()).isEmpty();
    assertThat(companion.has("capture", "may")).isFalse();
    assertThat(companion.call("throws", "may", vault)).isEqualTo(-1);
    assertThat(companion.explain("Throws", 0, "may", vault).value()).isTrue();
    assertThat(List.of(clause("may", "throws", 0).tree()))
        .containsExactly("LITERAL 0 7 4 booleantrue");
  }

  @Test
  void the_index_names_a_seam_of_exception_clauses_alone() {
    Compilation alone =
        Compilation.of(
                "a.A",
                "package a; interface A { @dev.tenon.contract.Throws(Error.class) void f(); }")
            .run();

    assertThat(alone.text("META-INF/services/dev.tenon.contract.Seam").lines().skip(1))
        .containsExactly("a.A");
    assertThat(alone.text("META-INF/tenon/a.A.json"))
        .contains("\"role\": \"throws\"")
        .contains("\"exception\": \"java.lang.Error\"");
  }
}
