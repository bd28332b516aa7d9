package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application under a security manager, as JDKs before 24 have one. */
class SecurityManagerIT {

  private static final boolean IS_THERE_ONE = Runtime.version().feature() < 24;

  @TempDir Path directory;

  @Test
  void an_application_under_one_is_judged_and_the_agent_says_what_may_escape_it() throws Exception {
    Path policy = directory.resolve("all.policy");
    Files.writeString(policy, "grant { permission java.security.AllPermission; };");
    ForkedJvm.Run run =
        Product.processed(directory)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Vault {
                  @Requires("amount > 0") @Ensures("result == amount") int take(int amount);
                }
                """)
            .source(
                """
                package bank;
                public class Safe implements Vault {
                  public int take(int amount) { return amount == 7 ? 6 : amount; }
                }
                """)
            .source(
                """
                package bank;
                import dev.tenon.verdict.ContractViolation;
                public class Main {
                  static String take(int amount) {
                    try {
                      return "took " + new Safe().take(amount);
                    } catch (ContractViolation broken) {
                      return broken.violation().blamed() + " " + broken.violation().evidence();
                    }
                  }
                  public static void main(String[] args) {
                    System.out.println(System.getSecurityManager() != null);
                    System.out.println(take(5));
                    System.out.println(take(-5));
                    System.out.println(take(7));
                    System.out.println(dev.tenon.Seams.status().errors());
                  }
                }
                """)
            .flags("-Djava.security.policy=" + policy)
            .flags(IS_THERE_ONE ? "-Djava.security.manager" : "-Dno.manager")
            .compile()
            .run("bank.Main");
    assertThat(run.outLines())
        .as(run.err())
        .containsExactly(
            Boolean.toString(IS_THERE_ONE),
            "took 5",
            "CLIENT {amount=-5}",
            "SUPPLIER {result=6, amount=7}",
            "0");
  }
}
