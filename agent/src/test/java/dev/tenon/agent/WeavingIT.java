package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bodies are woven, and that they still do what they did. */
class WeavingIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0")
        @Requires("amount < 100")
        long withdraw(int amount);
        @Ensures("result != null")
        default String label(String prefix) { return prefix + "vault"; }
        default String free() { return "free"; }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm jvm() {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .source(TellingLinkage.SOURCE)
        .source(VAULT)
        .index("bank.Vault");
  }

  private static ForkedJvm.Run ran(ForkedJvm jvm) {
    ForkedJvm.Run run = jvm.compile().run("bank.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err().lines()).hasSize(1);
    return run;
  }

  @Test
  void an_implementor_meets_core_at_entry_and_exit() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package bank;
                    public class Main {
                      static class Iron implements Vault {
                        public long withdraw(int amount) { return amount * 2L; }
                      }
                      public static void main(String[] args) {
                        Vault vault = new Iron();
                        System.out.println(vault.withdraw(5));
                        System.out.println(vault.free());
                      }
                    }
                    """));
    assertThat(run.outLines())
        .containsExactly(
            "enter bank.Main$Iron.withdraw(5)",
            "exit bank.Main$Iron.withdraw(5) = 10",
            "10",
            "free");
  }
}
