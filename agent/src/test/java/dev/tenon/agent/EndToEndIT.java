package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built agent with the real processor and the real core. */
class EndToEndIT {

  private static final String TRANSFERS =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Transfers {
        @Requires("amount > 0")
        @Requires(value = "amount <= balance()", name = "covered", because = "no overdraft")
        @Ensures("balance() == old(balance()) - amount")
        @Ensures("result == amount")
        long pay(long amount);
        long balance();
      }
      """;

  private static final String MAIN =
      """
      package bank.inside;
      import bank.Transfers;
      import dev.tenon.*;
      import dev.tenon.verdict.*;
      class Till implements Transfers {
        private final long stolen;
        private long balance = 100;
        Till(long stolen) { this.stolen = stolen; }
        public long pay(long amount) {
          try {
            balance -= amount + stolen;
            return amount;
          } finally {
            amount = -1;
          }
        }
        public long balance() { return balance; }
      }
      public class Main {
        static void pay(Transfers till, long amount) {
          try {
            System.out.println("paid " + till.pay(amount));
          } catch (ContractViolation broken) {
            Violation violation = broken.violation();
            System.out.println(violation.blamed() + " " + violation.clause().text());
          }
        }
        public static void main(String[] args) {
          pay(new Till(0), 40);
          pay(new Till(0), 0);
          pay(new Till(0), 400);
          pay(new Till(1), 5);
          Seams.requireActive();
          System.out.println(Seams.status().text());
        }
      }
      """;

  @TempDir Path directory;

  private static void assertEnforced(ForkedJvm.Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsSubsequence(
            "paid 40",
            "CLIENT amount > 0",
            "CLIENT amount <= balance()",
            "SUPPLIER balance() == old(balance()) - amount")
        .anyMatch(line -> line.startsWith("tenon: agent ") && line.endsWith(", 1 seam"));
    assertThat(run.err()).contains("1 seam known, mode enforce").doesNotContain("not enforced");
  }

  @Test
  void clauses_hold_on_the_class_path() {
    assertEnforced(
        new ForkedJvm(directory)
            .onLibraries()
            .flags("-Xverify:all")
            .processing()
            .source(TRANSFERS)
            .source(MAIN)
            .compile()
            .run("bank.inside.Main"));
  }

  /** Nothing may depend on what a compiler of the JVM makes of it. */
  @Test
  void clauses_hold_in_the_interpreter() {
    assertEnforced(
        new ForkedJvm(directory)
            .onLibraries()
            .flags("-Xint")
            .processing()
            .source(TRANSFERS)
            .source(MAIN)
            .compile()
            .run("bank.inside.Main"));
  }

  /** The judge would make each handoff that holds as large as itself. */
  @Test
  void no_compiler_takes_the_judge_into_a_handoff_however_often_it_was_needed() {
    ForkedJvm.Run run =
        new ForkedJvm(directory)
            .onLibraries()
            .flags("-XX:-TieredCompilation", "-Xbatch")
            .flags("-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintInlining")
            .flags("-Dtenon.mode=observe")
            .processing()
            .source(TRANSFERS)
            .source(
                """
                package bank;
                public class Storm {
                  static class Till implements Transfers {
                    private long balance;
                    public long pay(long amount) {
                      balance -= amount;
                      return amount;
                    }
                    public long balance() { return balance; }
                  }
                  public static void main(String[] args) {
                    Transfers till = new Till();
                    for (int i = 0; i < 40_000; i++) {
                      till.pay(i % 2);
                    }
                    System.out.println("rung up");
                  }
                }
                """)
            .compile()
            .run("bank.Storm");

    assertThat(run.outLines()).contains("rung up");
    String judge = "dev.tenon.internal.guard.OutOfLine::";
    assertThat(run.outLines().stream().filter(line -> line.contains(judge)))
        .isNotEmpty()
        .allMatch(line -> line.contains("exception method") || line.contains("too deep"))
        .anyMatch(line -> line.contains("exception method"));
  }

  @Test
  void clauses_hold_in_a_module_that_exports_nothing() {
    String modulePath = ForkedJvm.modulePath();
    assertEnforced(
        new ForkedJvm(directory)
            .compilerOptions("--module-path", modulePath)
            .processing()
            .source(
                "module-info.java",
                "module app { requires dev.tenon.annotations; requires dev.tenon.core; }")
            .source(TRANSFERS)
            .source(MAIN)
            .compile()
            .runModule(
                directory.resolve("classes") + File.pathSeparator + modulePath,
                "app/bank.inside.Main"));
  }

  @Test
  void an_operation_that_is_observed_alone_is_recorded() {
    ForkedJvm.Run run =
        new ForkedJvm(directory)
            .onLibraries()
            .processing()
            .source(TRANSFERS)
            .source(MAIN)
            .agentArguments("mode=off,mode.bank.Transfers.pay=observe")
            .compile()
            .run("bank.inside.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines()).containsSubsequence("paid 40", "paid 0", "paid 400", "paid 5");
    assertThat(run.err()).contains("3 violations (2 client, 1 supplier)");
  }

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.*;
      import dev.tenon.contract.*;
      import dev.tenon.model.Mode;
      import dev.tenon.verdict.*;
      interface Pricing { int quote(String what); }
      @Assumes(Pricing.class)
      interface PricingView {
        @Ensures("result > 0") int quote(String what);
      }
      public class Main {
        static int price(Pricing pricing) {
          return pricing.quote("tea");
        }
        public static void main(String[] args) {
          Pricing free = what -> 0;
          System.out.println(price(free));
          Seams.policy().mode("shop.PricingView", Mode.ENFORCE);
          try {
            price(free);
          } catch (ContractViolation broken) {
            System.out.println(broken.violation().blamed());
          }
        }
      }
      """;

  @Test
  void a_view_that_is_off_can_be_switched_on() {
    ForkedJvm.Run run =
        new ForkedJvm(directory)
            .onLibraries()
            .processing()
            .source(VIEW)
            .agentArguments("mode.shop.PricingView=off")
            .compile()
            .run("shop.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines()).containsExactly("0", "GAP");
  }
}
