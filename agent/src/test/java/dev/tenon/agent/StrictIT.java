package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With strict=true a call whose contract cannot be enforced is refused; without, it passes. */
class StrictIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.Requires;
      public interface Vault {
        @Requires("amount > 0") void withdraw(long amount);
        default void audit() {}
      }
      """;

  private static final String SAFE =
      """
      package bank;
      public class Safe implements Vault, Till {
        @Override public void withdraw(long amount) { System.out.println("withdrew " + amount); }
        @Override public void pay(long amount) { System.out.println("paid " + amount); }
      }
      """;

  private static final String TILL =
      """
      package bank;
      import dev.tenon.contract.Requires;
      public interface Till {
        @Requires("amount > 0") void pay(long amount);
      }
      """;

  private static final String MAIN =
      """
      package shop;
      public class Main {
        interface Call { void now(); }
        static void attempt(Call call) {
          try {
            call.now();
          } catch (IllegalStateException | AssertionError e) {
            System.out.println(e.getClass().getSimpleName() + ": "
                + e.getMessage().lines().findFirst().get());
            fresh.add(e);
          }
        }
        static java.util.Set<Throwable> fresh = java.util.Collections.newSetFromMap(
            new java.util.IdentityHashMap<>());
        public static void main(String[] args) {
          bank.Safe safe = new bank.Safe();
          for (int i = 0; i < 2; i++) {
            attempt(() -> safe.withdraw(1));
          }
          attempt(() -> safe.pay(2));
          attempt(() -> safe.pay(-2));
          attempt(safe::audit);
          System.out.println("different " + fresh.size());
        }
      }
      """;

  private static final String CLIENT = "ContractViolation: Precondition broken by the client";

  @TempDir private Path directory;

  @Test
  void what_is_fine_is_checked_as_ever() {
    Run run = all(strict(Product.processed(directory))).compile().run("shop.Main");

    assertThat(run.err()).doesNotContain("strict").doesNotContain("not enforced");
    assertThat(run.outLines().subList(0, 3)).containsExactly("withdrew 1", "withdrew 1", "paid 2");
    assertThat(run.outLines().get(3)).startsWith(CLIENT);
    assertThat(run.outLines()).hasSize(5).endsWith("different 1");
  }

  @Test
  void a_seam_that_no_processor_saw_is_refused_at_each_call() {
    Run run = all(strict(Product.unprocessed(directory))).compile().run("shop.Main");

    assertThat(run.outLines().subList(0, 2))
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "IllegalStateException: bank.Safe.withdraw is refused, since tenon is"
                            + " strict and bank.Vault is not enforced: no companion class (the"
                            + " processor did not run); add tenon-processor"));
    assertThat(run.outLines()).hasSize(5).endsWith("different 4");
    assertThat(run.err()).contains("seam bank.Vault is not enforced");
  }

  @Test
  void a_seam_that_no_processor_saw_goes_unchecked_otherwise() {
    Run run = all(Product.unprocessed(directory)).compile().run("shop.Main");

    assertThat(run.outLines())
        .containsExactly("withdrew 1", "withdrew 1", "paid 2", "paid -2", "different 0");
    assertThat(run.err()).contains("seam bank.Vault is not enforced");
  }

  @Test
  void a_stale_seam_is_refused_and_its_neighbour_on_the_same_class_is_checked() {
    Run run = stale(strict(Product.processed(directory))).run("shop.Main");

    assertThat(run.outLines().subList(0, 2))
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("IllegalStateException: bank.Safe.withdraw is refused")
                    .contains("bank.Vault is not enforced: stale companion")
                    .contains("rebuild from clean"));
    assertThat(run.outLines().get(2)).isEqualTo("paid 2");
    assertThat(run.outLines().get(3)).startsWith(CLIENT);
    assertThat(run.outLines()).hasSize(5).endsWith("different 3");
  }

  @Test
  void a_stale_seam_goes_unchecked_otherwise() {
    Run run = stale(Product.processed(directory)).run("shop.Main");

    assertThat(run.outLines()).startsWith("withdrew 1", "withdrew 1", "paid 2");
  }

  @Test
  void a_seam_that_is_off_is_not_refused() {
    ForkedJvm jvm = Product.processed(directory);
    jvm.agentArguments("strict=true,mode.bank.Vault=off,banner=false");

    Run run = stale(jvm).run("shop.Main");

    assertThat(run.outLines()).startsWith("withdrew 1", "withdrew 1", "paid 2");
  }

  @Test
  void a_stale_seam_that_is_switched_off_is_not_refused_any_more() {
    ForkedJvm jvm = strict(Product.processed(directory));
    jvm.source(
        """
        package shop;
        public class Switching {
          public static void main(String[] args) {
            Main.attempt(() -> new bank.Safe().withdraw(1));
            dev.tenon.Seams.policy().mode("bank.Vault", dev.tenon.model.Mode.OFF);
            Main.attempt(() -> new bank.Safe().withdraw(1));
          }
        }
        """);

    Run run = stale(jvm).run("shop.Switching");

    assertThat(run.outLines()).hasSize(2).endsWith("withdrew 1");
  }

  @Test
  void a_seam_whose_core_is_not_visible_is_refused() {
    Run run =
        all(strict(new ForkedJvm(directory)))
            .index("bank.Vault", "bank.Till")
            .compile()
            .run("shop.Main");

    assertThat(run.outLines().subList(0, 2))
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("IllegalStateException: bank.Safe.withdraw is refused")
                    .contains("bank.Vault is not enforced: tenon-core is not visible from"));
    assertThat(run.outLines()).hasSize(5).endsWith("different 4");
  }

  @Test
  void a_core_of_another_protocol_is_refused() {
    Run run =
        all(strict(new ForkedJvm(directory)))
            .source(TellingLinkage.speaking(0))
            .index("bank.Vault", "bank.Till")
            .compile()
            .run("shop.Main");

    assertThat(run.outLines().get(0))
        .startsWith("IllegalStateException: bank.Safe.withdraw is refused")
        .contains("bank.Vault is not enforced: agent speaks 1, core 0");
    assertThat(run.outLines()).hasSize(5).endsWith("different 4");
  }

  @Test
  void a_core_that_fails_to_link_is_refused() {
    String failing =
        TellingLinkage.SOURCE.replace(
            "MethodHandles.Lookup own =", "if (true) throw new Error(\"broken\"); var own =");
    Run run =
        all(strict(new ForkedJvm(directory)))
            .source(failing)
            .index("bank.Vault", "bank.Till")
            .compile()
            .run("shop.Main");

    assertThat(run.outLines().get(0))
        .startsWith("IllegalStateException: bank.Safe.withdraw is refused")
        .contains("broken");
  }

  @Test
  void core_reads_it_from_the_properties_of_the_system_as_well() {
    Run run = stale(Product.processed(directory).flags("-Dtenon.strict=true")).run("shop.Main");

    assertThat(run.outLines().get(0)).startsWith("IllegalStateException: bank.Safe.withdraw");
  }

  private static ForkedJvm strict(ForkedJvm jvm) {
    return jvm.agentArguments("strict=true,banner=false");
  }

  private static ForkedJvm all(ForkedJvm jvm) {
    return Stream.of(VAULT, TILL, SAFE, MAIN).reduce(jvm, ForkedJvm::source, (one, other) -> one);
  }

  /** The vault has other clauses than those that were compiled. */
  private static ForkedJvm stale(ForkedJvm jvm) {
    return all(jvm)
        .compile()
        .compilerOptions("-proc:none")
        .source(VAULT.replace("amount > 0", "amount > 5"))
        .compile();
  }
}
