package dev.tenon.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.internal.declaration.Declaration;
import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import dev.tenon.model.Node;
import dev.tenon.model.Operation;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a companion cannot be linked, and what helps: three faults with three remedies. */
class CompanionTest {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  @Test
  void a_companion_that_lacks_a_method_is_stale() {
    Throwable failure = catchThrowable(() -> Companion.checks(LOOKUP, of(Empty.class), 0, null));

    assertThat(failure).isInstanceOf(NoSuchMethodException.class);
    assertThat(Companion.fault(LOOKUP, of(Empty.class), failure))
        .startsWith("its companion does not fit it (no such method: ")
        .contains("requires$0", "made by another version of tenon-processor")
        .endsWith("rebuild from clean");
  }

  @Test
  void a_companion_whose_method_has_another_type_is_stale_too() {
    Throwable failure = catchThrowable(() -> Companion.checks(LOOKUP, of(Narrow.class), 0, null));

    assertThat(Companion.fault(LOOKUP, of(Narrow.class), failure))
        .startsWith("its companion does not fit it");
  }

  @Test
  void a_companion_that_is_hidden_is_to_be_opened() {
    String said =
        Companion.fault(LOOKUP, of(Empty.class), new IllegalAccessException("not accessible"));

    assertThat(said)
        .isEqualTo(
            "its companion is not accessible from "
                + CompanionTest.class.getName()
                + "; open the package dev.tenon.internal.guard to dev.tenon.core");
  }

  @Test
  void where_the_lookup_is_nobodys_the_core_is_named() {
    String said =
        Companion.fault(
            MethodHandles.publicLookup(), of(Empty.class), new IllegalAccessException("hidden"));

    assertThat(said).startsWith("its companion is not accessible from dev.tenon.core;");
  }

  @Test
  void a_companion_that_names_what_is_not_there_is_not_linked() {
    String said = Companion.fault(LOOKUP, of(Empty.class), new NoClassDefFoundError("bank/Rules"));

    assertThat(said)
        .startsWith("its companion cannot be linked (java.lang.NoClassDefFoundError: bank/Rules)")
        .contains("class path");
  }

  @Test
  void a_missing_class_is_named_also_where_the_jdk_wraps_it() {
    Throwable wrapped =
        new NoSuchMethodException("requires$0").initCause(new NoClassDefFoundError("bank/Rules"));

    assertThat(Companion.fault(LOOKUP, of(Empty.class), wrapped))
        .startsWith("its companion cannot be linked (java.lang.NoClassDefFoundError: bank/Rules)");
  }

  private static Declaration.Compiled of(Class<?> companion) {
    Clause positive =
        new Clause(
            Clause.Role.REQUIRES,
            "positive",
            "n > 0",
            "",
            "",
            1,
            true,
            List.of(),
            List.of(),
            new Node(Node.Kind.OPAQUE, "boolean", "n > 0", List.of()));
    Operation pay =
        new Operation("pay", "(J)V", false, List.of("n"), List.of(positive), List.of(), false);
    Contract contract =
        new Contract(Vault.class.getName(), "CompanionTest.java", "0", List.of(pay));
    return new Declaration.Compiled(Vault.class, contract, companion, null);
  }

  interface Vault {
    void pay(long n);
  }

  private static final class Empty {}

  /** As compiled from an operation that took an int. */
  static final class Narrow {
    private Narrow() {}

    static int requires$0(Vault self, int n) {
      return -1;
    }
  }
}
