package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an application ends. */
class ShutdownIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("Vault.allows(amount)") int take(int amount);
        static boolean allows(int amount) {
          if (amount == 13) {
            System.exit(13);
          }
          return amount > 0;
        }
      }
      """;

  private static final String MAIN =
      """
      package bank;
      import java.util.*;
      public class Main {
        static String refused(Vault vault, int amount) {
          try {
            return "passed " + vault.take(amount);
          } catch (AssertionError violation) {
            return "refused";
          }
        }
        public static void main(String[] args) throws Exception {
          BODY
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm application(String body) {
    return Product.processed(directory).source(VAULT).source(MAIN.replace("BODY", body)).compile();
  }

  @Test
  void a_clause_may_end_the_jvm() {
    ForkedJvm.Run run =
        application("System.out.println(refused(n -> n, 13)); System.out.println(\"never\");")
            .run("bank.Main");
    assertThat(run.exit()).isEqualTo(13);
    assertThat(run.out()).isEmpty();
  }

  /** Among the hooks there is no order: that of Tenon may have run or not. */
  @Test
  void a_violation_during_the_shutdown_is_refused_and_the_jvm_ends() {
    ForkedJvm.Run run =
        application(
                """
                for (int i = 0; i < 8; i++) {
                  Runtime.getRuntime().addShutdownHook(new Thread(
                      () -> System.out.println(refused(n -> n, -1))));
                }
                System.exit(3);
                """)
            .run("bank.Main");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.outLines()).hasSize(8).containsOnly("refused");
    assertThat(run.err()).doesNotContain("Exception", "swallowed");
  }

  @Test
  void a_thread_that_goes_on_calling_meanwhile_keeps_nobody() {
    ForkedJvm.Run run =
        application(
                """
                for (int i = 0; i < 4; i++) {
                  Thread calling = new Thread(() -> {
                    while (true) {
                      refused(n -> n, -1);
                    }
                  });
                  calling.setDaemon(true);
                  calling.start();
                }
                System.out.println(refused(n -> n, -1));
                """)
            .run("bank.Main");
    assertThat(run.exit()).isZero();
    assertThat(run.outLines()).containsExactly("refused");
    assertThat(run.err()).doesNotContain("Exception", "swallowed");
  }

  @Test
  void no_thread_is_added() {
    List<String> with = threads(1);
    assertThat(with).isEqualTo(threads(0)).hasSize(2).last().asString().contains("main");
  }

  private List<String> threads(int agents) {
    ForkedJvm.Run run =
        application(
                """
                System.out.println(refused(n -> n, -1).replace("passed -1", "refused"));
                System.out.println(new TreeSet<>(Thread.getAllStackTraces().keySet().stream()
                    .map(t -> t.getName() + (t.isDaemon() ? " daemon" : "")).toList()));
                """)
            .agents(agents)
            .run("bank.Main");
    return run.outLines();
  }
}
