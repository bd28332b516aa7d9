package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A named module that exports and opens nothing: what the core sees of it, it is handed. */
class StrictModuleIT {

  private static final String MODULE =
      "module app { requires dev.tenon.annotations; requires dev.tenon.core; }";

  private static final String SEAM =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") @Ensures("result == amount") long withdraw(long amount);
      }
      """;

  private static final String SUPPLIER =
      """
      package iron;
      public class Safe implements bank.Vault {
        private final long stolen;
        public Safe(long stolen) { this.stolen = stolen; }
        @Override public long withdraw(long amount) { return amount - stolen; }
      }
      """;

  private static final String MAIN =
      """
      package shop;
      import bank.Vault;
      import dev.tenon.Seams;
      import dev.tenon.verdict.*;
      import java.lang.invoke.MethodHandles;
      public class Main {
        static void withdraw(Vault vault, long amount) {
          try {
            System.out.println(vault.withdraw(amount));
          } catch (ContractViolation broken) {
            Violation violation = broken.violation();
            System.out.println(violation.blamed() + " " + violation.clause().text());
            System.out.println(violation.client().className()
                + " -> " + violation.supplier().className());
          }
        }
        static Vault guarded(Vault supplier) {
          return Seams.guard(MethodHandles.lookup(), Vault.class, supplier);
        }
        public static void main(String[] args) {
          GUARDS
        }
      }
      """;

  private static final String BOTH_PARTIES =
      """
      withdraw(guarded(new iron.Safe(0)), 5);
      withdraw(guarded(new iron.Safe(0)), -5);
      withdraw(guarded(new iron.Safe(1)), 5);
      """;

  private static final List<String> BLAMED =
      List.of(
          "5",
          "CLIENT amount > 0",
          "shop.Main -> iron.Safe",
          "SUPPLIER result == amount",
          "shop.Main -> iron.Safe");

  @TempDir private Path directory;

  private ForkedJvm module(String guards) {
    return module("", guards);
  }

  private ForkedJvm module(String directives, String guards) {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .compilerOptions("--module-path", ForkedJvm.modulePath())
        .processing()
        .source("module-info.java", MODULE.replace("}", directives + " }"))
        .source(SEAM)
        .source(SUPPLIER)
        .source(MAIN.replace("GUARDS", guards));
  }

  private Run run(ForkedJvm jvm) {
    Run run =
        jvm.compile()
            .runModule(
                jvm.classes() + File.pathSeparator + ForkedJvm.modulePath(), "app/shop.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  @Test
  void a_seam_that_the_core_does_not_see_needs_a_lookup_and_the_message_says_so() {
    Run run =
        run(
            module(
                    """
                    try {
                      Seams.guard(Vault.class, new iron.Safe(0));
                    } catch (IllegalArgumentException notSeen) {
                      System.out.println(notSeen.getClass().getSimpleName());
                      System.out.println(notSeen.getMessage());
                    }
                    """)
                .agents(0));

    assertThat(run.outLines())
        .satisfiesExactly(
            type -> assertThat(type).isEqualTo("IllegalArgumentException"),
            said ->
                assertThat(said)
                    .startsWith("bank.Vault is not visible to dev.tenon.core: use")
                    .contains("Seams.guard(MethodHandles.lookup(), "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"opens", "exports"})
  void a_package_that_is_there_for_the_core_needs_no_lookup(String directive) {
    Run run =
        run(
            module(
                    directive + " bank to dev.tenon.core;",
                    "withdraw(Seams.guard(Vault.class, new iron.Safe(1)), 5);")
                .agents(0));

    assertThat(run.outLines())
        .containsExactly("SUPPLIER result == amount", "shop.Main -> iron.Safe");
  }

  @Test
  void with_a_lookup_of_its_own_a_proxy_blames_right() {
    Run run = run(module(BOTH_PARTIES).agents(0));

    assertThat(run.outLines()).containsExactlyElementsOf(BLAMED);
    assertThat(run.err()).doesNotContain("not enforced");
  }

  @Test
  void a_proxy_before_a_woven_supplier_makes_no_second_report() {
    Run run = run(module(BOTH_PARTIES));

    assertThat(run.outLines()).containsExactlyElementsOf(BLAMED);
    assertThat(run.err()).contains("2 violations (1 client, 1 supplier)");
  }

  @Test
  void a_supplier_that_only_its_package_sees_may_have_clauses_of_its_own() {
    String closed =
        """
        package iron;
        import dev.tenon.contract.*;
        class Closed implements bank.Vault {
          @Override @Ensures("result < 100") public long withdraw(long amount) { return amount; }
        }
        """;
    Run run =
        run(
            module("withdraw(guarded(iron.Closing.closed()), 500);")
                .agents(0)
                .source(closed)
                .source(
                    """
                    package iron;
                    public class Closing {
                      public static bank.Vault closed() { return new Closed(); }
                    }
                    """));

    assertThat(run.outLines()).containsExactly("SUPPLIER result < 100", "shop.Main -> iron.Closed");
  }

  @Test
  void clauses_inherited_from_a_type_that_only_its_package_sees_hold() {
    Run run =
        run(
            module(
                    """
                    withdraw(new iron.Safe(0), 500);
                    withdraw(guarded(new iron.Safe(0)), 500);
                    Seams.requireActive();
                    """)
                .source(SEAM.replace("Vault {", "Vault extends Limited {"))
                .source(
                    """
                    package bank;
                    import dev.tenon.contract.*;
                    interface Limited {
                      @Ensures("result < 100") long withdraw(long amount);
                      default long balance() { return 0; }
                    }
                    """));

    assertThat(run.outLines())
        .containsExactly(
            "SUPPLIER result < 100",
            "shop.Main -> iron.Safe",
            "SUPPLIER result < 100",
            "shop.Main -> iron.Safe");
  }
}
