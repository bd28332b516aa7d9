package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.contract.companion.Carrier;
import dev.tenon.contract.companion.Flag;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the run time finds in a companion and what its methods answer. */
class CompanionTest {

  private static final String SOURCE =
      """
      package bank;

      import dev.tenon.contract.*;

      public interface Vault {
        @Pure long balance();
        boolean isOpen();

        @Requires(value = "amount > 0", name = "positive", because = "it is a transfer")
        @Requires("amount <= balance()")
        @Requires("isOpen()")
        @Ensures("balance() == old(balance()) - amount")
        @Ensures("result == amount")
        long withdraw(long amount);

        @Requires("amount > 0")
        void leaf(@Sensitive long amount);

        @Ensures("old(isOpen()) || isOpen()")
        void close();
      }
      """;

  private final Compilation compilation = Compilation.of("bank.Vault", SOURCE).run();
  private final ClassLoader loader = compilation.loader();
  private final Companion companion = Companion.of(loader, "bank.Vault");
  private long balance = 100;

  private Object vault() {
    InvocationHandler answers =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "balance" -> balance;
              case "isOpen" -> balance > 0;
              default -> throw new IllegalStateException(method.getName());
            };
    try {
      Class<?> seam = loader.loadClass("bank.Vault");
      return Proxy.newProxyInstance(loader, new Class<?>[] {seam}, answers);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothing_is_warned_about() {
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
  }

  @Test
  void a_precondition_that_holds_is_no_number() {
    assertThat(companion.requires("withdraw", vault(), 100L)).isEqualTo(-1);
  }

  @Test
  void the_first_false_precondition_is_given_by_its_rank() {
    assertThat(companion.requires("withdraw", vault(), 0L)).isZero();
    assertThat(companion.requires("withdraw", vault(), 101L)).isEqualTo(1);
  }

  @Test
  void only_armed_clauses_are_asked() {
    assertThat(companion.call("requiresOf", "withdraw", 2L, vault(), -5L)).isEqualTo(-1);
    assertThat(companion.call("requiresOf", "withdraw", 1L, vault(), -5L)).isEqualTo(0);
  }

  @Test
  void under_the_flag_nothing_is_asked_twice() {
    Flag flag = new Flag();

    assertThat(companion.call("requiresUnder", "withdraw", flag, 7L, vault(), 0L)).isEqualTo(0);
    assertThat(flag.on).isFalse();
    flag.on = true;
    assertThat(companion.call("requiresUnder", "withdraw", flag, 7L, vault(), 0L)).isEqualTo(-2);
  }

  @Test
  void an_operation_of_leaves_needs_no_flag() {
    assertThat(companion.has("requiresUnder", "leaf")).isFalse();
    assertThat(companion.has("requiresUnder", "withdraw")).isTrue();
    assertThat(companion.operation("withdraw").clauses()[1].leaf()).isTrue();
    assertThat(companion.operation("withdraw").clauses()[2].leaf()).isFalse();
  }

  @Test
  void a_guarantee_reads_what_was_captured_at_entry() {
    Carrier carrier = companion.capture("withdraw", vault(), 30L);
    balance = 70;
    Object[] exit = Companion.exit(carrier, 30L, vault(), 30L);

    assertThat(companion.ensures("withdraw", exit)).isEqualTo(-1);
    balance = 71;
    assertThat(companion.ensures("withdraw", exit)).isZero();
  }

  @Test
  void the_carrier_keeps_what_is_pinned() {
    Carrier carrier = companion.capture("withdraw", vault(), 30L);

    assertThat(carrier.pinned).isEqualTo("pinned");
    assertThat(carrier.failed).isNull();
  }

  @Test
  void a_slot_that_nobody_needs_is_not_captured() {
    Carrier carrier = companion.capture(0L, "withdraw", new Object[] {null, 30L});

    assertThat(Companion.exit(carrier)).containsExactly(0L, null);
  }

  @Test
  void a_failed_capture_is_thrown_when_it_is_read() {
    Carrier carrier = companion.capture("close", new Object[] {null});

    assertThat(carrier.failed).hasSize(1);
    assertThatThrownBy(() -> companion.ensures("close", Companion.exit(carrier, vault())))
        .hasCauseInstanceOf(NullPointerException.class);
  }

  @Test
  void a_capture_inside_a_clause_captures_nothing() {
    Flag flag = new Flag();
    flag.on = true;
    Object carrier = companion.call("captureUnder", "close", flag, "pinned", -1L, vault());

    assertThat(carrier).isInstanceOf(Carrier.class);
    assertThat(Companion.exit((Carrier) carrier)).containsExactly(false, null);
  }

  @Test
  void the_explaining_form_lists_values_in_source_order() {
    var explained = companion.explain("Requires", 1, "withdraw", vault(), 130L);

    assertThat(explained.value()).isFalse();
    assertThat(explained.seen()).isEqualTo(Map.of("amount", 130L, "balance()", 100L));
    assertThat(companion.operation("withdraw").clauses()[1].expressions())
        .containsExactly("amount", "balance()");
  }

  @Test
  void old_values_are_listed_as_captured() {
    Carrier carrier = companion.capture("withdraw", vault(), 30L);
    balance = 71;
    var explained =
        companion.explain("Ensures", 0, "withdraw", Companion.exit(carrier, 30L, vault(), 30L));

    assertThat(explained.value()).isFalse();
    assertThat(explained.seen())
        .containsEntry("old(balance())", 100L)
        .containsEntry("balance()", 71L)
        .containsEntry("old(balance()) - amount", 70L)
        .containsEntry("amount", 30L);
  }

  @Test
  void the_annotation_says_what_was_compiled() {
    var positive = companion.operation("withdraw").clauses()[0];

    assertThat(companion.contract().type()).isEqualTo("bank.Vault");
    assertThat(companion.contract().source()).isEqualTo("Vault.java");
    assertThat(companion.operation("withdraw").descriptor()).isEqualTo("(J)J");
    assertThat(companion.operation("withdraw").old()).containsExactly("balance()");
    assertThat(positive.name()).isEqualTo("positive");
    assertThat(positive.because()).isEqualTo("it is a transfer");
    assertThat(positive.line()).isEqualTo(9);
    assertThat(positive.tree())
        .containsExactly("BINARY 2 7 1 boolean>PARAMETER 0 4 6 longamountLITERAL 0 3 1 int0");
  }

  @Test
  void what_reads_a_sensitive_value_is_marked() {
    assertThat(companion.operation("leaf").clauses()[0].sensitive()).containsExactly(0);
    assertThat(companion.operation("withdraw").clauses()[0].sensitive()).isEmpty();
  }

  @Test
  void a_companion_is_as_open_as_its_type() {
    assertThat(Modifier.isPublic(companion.type().getModifiers())).isTrue();
    Compilation closed =
        Compilation.of(
                "a.A",
                "package a; class A { public interface B {"
                    + " @dev.tenon.contract.Requires(\"n > 0\") void f(int n); } }")
            .run();
    Class<?> hidden = Companion.of(closed.loader(), "a.A$B").type();
    assertThat(Modifier.isPublic(hidden.getModifiers())).isFalse();
  }

  @Test
  void the_index_and_the_manifest_name_the_seam() {
    assertThat(compilation.text("META-INF/services/dev.tenon.contract.Seam"))
        .endsWith("\nbank.Vault\n");
    assertThat(compilation.text("META-INF/tenon/bank.Vault.json"))
        .startsWith("{\n  \"format\": 3,\n  \"type\": \"bank.Vault\",\n")
        .contains("\"name\": \"positive\"")
        .endsWith("}\n");
  }
}
