package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.agent.ForkedJvm.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other libraries were seen to pass over in silence, where it takes a JVM to show it. */
class TortureJvmIT {

  private static final String SEAM =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") long withdraw(long amount);
      }
      """;

  private static final String MAIN =
      """
      package shop;
      import bank.Vault;
      public class Main implements Vault {
        @Override public long withdraw(long amount) { return amount; }
        public static void main(String[] args) {
          if (args.length > 0) {
            dev.tenon.Seams.requireActive();
          }
          System.out.println(new Main().withdraw(-1));
        }
      }
      """;

  @TempDir private Path directory;

  @DisplayName("Cofoja: without its agent: no check and no warning")
  @Test
  void without_the_agent_it_is_demanded_in_vain() {
    Run run =
        Product.processed(directory)
            .source(SEAM)
            .source(MAIN)
            .agents(0)
            .compile()
            .run("shop.Main", "demand");

    assertThat(run.exit()).isNotZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("no agent is attached")
        .contains("start the JVM with -javaagent:tenon-agent.jar");
  }

  @DisplayName("Cofoja: compiled with -proc:none: no check and no warning")
  @Test
  void without_the_processor_each_seam_is_announced() {
    Run run = Product.unprocessed(directory).source(SEAM).source(MAIN).compile().run("shop.Main");

    assertThat(run.outLines()).containsExactly("-1");
    assertThat(run.err()).contains("bank.Vault").contains("processor");
  }

  @DisplayName(".NET Code Contracts: silent no-op without its rewriter")
  @Test
  void what_is_strict_does_not_even_run() {
    Run run =
        Product.unprocessed(directory)
            .agentArguments("banner=false,strict=true")
            .source(SEAM)
            .source(MAIN)
            .compile()
            .run("shop.Main");

    assertThat(run.exit()).isNotZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("IllegalStateException").contains("bank.Vault");
  }

  @DisplayName("Cofoja: kills the JVM on any JDK after 8")
  @Test
  void an_application_without_seams_runs_as_before() {
    Run run =
        Product.processed(directory)
            .source(
                """
                package shop;
                public class Main {
                  public static void main(String[] args) { System.out.println("runs"); }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.exit()).isZero();
    assertThat(run.outLines()).containsExactly("runs");
    assertThat(run.err()).isEmpty();
  }

  @DisplayName("OpenJML: by default a violation is one line on stdout and the program exits 0")
  @Test
  void a_violation_ends_the_program_and_is_told_on_standard_error() {
    Run run = Product.processed(directory).source(SEAM).source(MAIN).compile().run("shop.Main");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("dev.tenon.verdict.ContractViolation: Precondition broken by the client")
        .contains("requires  amount > 0")
        .contains("seen      amount = -1");
  }

  @DisplayName("OVal: a misspelt script fails at first call")
  @Test
  void a_misspelt_clause_is_an_error_of_the_build() {
    ForkedJvm jvm = Product.processed(directory).source(SEAM.replace("amount > 0", "amout > 0"));

    assertThatThrownBy(jvm::compile)
        .hasMessageContaining("Vault.java:4: error:")
        .hasMessageContaining("amout")
        .hasMessageContaining("amount");
  }

  @DisplayName("Racket, clojure.spec: zero calls and success reported")
  @Test
  void to_demand_contracts_where_there_are_none_fails() {
    Run run =
        Product.processed(directory)
            .source(
                """
                package shop;
                public class Main {
                  public static void main(String[] args) { dev.tenon.Seams.requireActive(); }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("no seam is known");
  }

  @DisplayName("None says what is not enforced.")
  @Test
  void the_status_says_what_is_not_enforced_and_why() {
    Run run =
        Product.unprocessed(directory)
            .source(SEAM)
            .source(
                """
                package shop;
                public class Main {
                  static class Safe implements bank.Vault {
                    public long withdraw(long amount) { return amount; }
                  }
                  public static void main(String[] args) {
                    new Safe().withdraw(1);
                    dev.tenon.Seams.status().notEnforced().forEach(
                        seam -> System.out.println(seam.name() + " " + !seam.detail().isEmpty()));
                  }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.outLines()).containsExactly("bank.Vault true");
  }
}
