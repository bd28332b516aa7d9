package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import dev.tenon.model.Mode;
import dev.tenon.processor.TenonProcessor;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real processor, the real agent and the real core in a JVM of their own. */
class ProductIT {

  private static final String SEAM =
      """
      package bank;
      import dev.tenon.contract.Requires;
      public interface Vault {
        @Requires(value = "amount > 0", name = "positive") void withdraw(long amount);
        final class Safe implements Vault {
          @Override public void withdraw(long amount) {}
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void active_is_what_is_woven() {
    Run run =
        product()
            .source(SEAM)
            .source(
                """
                package shop;
                import dev.tenon.Seams;
                public class Main {
                  public static void main(String[] args) {
                    Seams.requireActive();
                    System.out.println(Seams.status().seams().get(0).state());
                    new bank.Vault.Safe().withdraw(1);
                    System.out.println(Seams.status().seams().get(0).state());
                    try {
                      new bank.Vault.Safe().withdraw(-1);
                    } catch (AssertionError e) {
                      System.out.println(e.getMessage().lines().findFirst().get());
                    }
                    System.out.println(Seams.status().errors());
                  }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.outLines())
        .containsExactly(
            "KNOWN",
            "WOVEN",
            "Precondition broken by the client (assuming the contract is right)",
            "0");
    assertThat(run.exit()).isZero();
  }

  @Test
  void nothing_is_active_where_no_seam_is_known() {
    Run run = requireActive(1);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("tenon is not active: no seam is known");
  }

  @Test
  void nothing_is_active_without_an_agent() {
    Run run = requireActive(0);

    assertThat(run.err()).contains("tenon is not active: no agent is attached");
  }

  @Test
  void a_seam_that_no_processor_saw_is_announced_and_not_active() {
    Run run =
        jvm()
            .source(SEAM)
            .source(
                """
                package shop;
                public class Main {
                  public static void main(String[] args) {
                    new bank.Vault.Safe().withdraw(-1);
                    System.out.println("went on");
                    dev.tenon.Seams.requireActive();
                  }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.outLines()).containsExactly("went on");
    assertThat(run.err())
        .contains("bank.Vault")
        .contains("the processor did not run")
        .contains("annotationProcessorPaths");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_seam_that_is_off_at_the_start_is_enforced_once_it_is_switched_on() {
    Run run =
        product()
            .agentArguments("mode=off,banner=false")
            .source(SEAM)
            .source(
                """
                package shop;
                public class Main {
                  public static void main(String[] args) {
                    bank.Vault vault = new bank.Vault.Safe();
                    vault.withdraw(-1);
                    System.out.println("off");
                    dev.tenon.Seams.policy().mode("bank.Vault", dev.tenon.model.Mode.ENFORCE);
                    try {
                      vault.withdraw(-1);
                    } catch (AssertionError e) {
                      System.out.println("enforced");
                    }
                    dev.tenon.Seams.policy().mode("bank.Vault", dev.tenon.model.Mode.OFF);
                    vault.withdraw(-1);
                    System.out.println("off again");
                  }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.outLines()).containsExactly("off", "enforced", "off again");
    assertThat(run.err()).doesNotContain("not enforced").contains("Tenon: 1 violation (1 client)");
  }

  @Test
  void so_is_a_class_with_clauses_which_no_index_names() {
    Run run =
        product()
            .agentArguments("mode=off,banner=false")
            .source(
                """
                package bank;
                public class Till {
                  @dev.tenon.contract.Requires("amount > 0")
                  public void take(int amount) {}
                }
                """)
            .source(
                """
                package shop;
                public class Main {
                  public static void main(String[] args) {
                    bank.Till till = new bank.Till();
                    till.take(-1);
                    System.out.println(dev.tenon.Seams.status().seams());
                    dev.tenon.Seams.policy().mode("bank.Till.take", dev.tenon.model.Mode.ENFORCE);
                    try {
                      till.take(-1);
                    } catch (AssertionError e) {
                      System.out.println("enforced");
                    }
                  }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.outLines()).hasSize(2).last().isEqualTo("enforced");
    assertThat(run.outLines().get(0)).contains("bank.Till", "OFF");
  }

  @Test
  void the_first_calls_inside_static_initialisers_on_two_threads_do_not_lock() {
    Run run =
        product()
            .source(SEAM)
            .source(
                """
                package shop;
                public class Main {
                  static class One {
                    static final String SAID = bad();
                  }
                  static class Two {
                    static final String SAID = bad();
                  }
                  static String bad() {
                    try {
                      new bank.Vault.Safe().withdraw(-1);
                      return "unchecked";
                    } catch (AssertionError e) {
                      return "caught";
                    }
                  }
                  public static void main(String[] args) throws Exception {
                    Thread one = new Thread(() -> System.out.println(One.SAID));
                    Thread two = new Thread(() -> System.out.println(Two.SAID));
                    one.start();
                    two.start();
                    one.join(30_000);
                    two.join(30_000);
                    if (one.isAlive() || two.isAlive()) {
                      System.out.println("deadlock");
                      System.exit(3);
                    }
                  }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.outLines()).containsExactly("caught", "caught");
  }

  @Test
  void a_stale_companion_is_announced_and_the_application_goes_on() {
    ForkedJvm jvm = product().source(SEAM).compile();
    jvm.compilerOptions("-proc:none")
        .source(SEAM.replace("amount > 0", "amount > 5"))
        .source(
            """
            package shop;
            public class Main {
              public static void main(String[] args) {
                new bank.Vault.Safe().withdraw(-1);
                System.out.println(dev.tenon.Seams.status().notEnforced().get(0).detail());
              }
            }
            """)
        .compile();

    Run run = jvm.run("shop.Main");

    assertThat(run.out()).startsWith("stale companion");
  }

  @Test
  void a_misspelt_setting_is_said_once_by_agent_and_core_together() {
    Run run = misspelt(1);

    assertThat(run.err().lines())
        .filteredOn(line -> line.contains("unknown setting 'mdoe'"))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("tenon: warning: ").contains("-Dtenon.mdoe"),
            line -> assertThat(line).startsWith("tenon: warning: ").contains("TENON_MDOE"));
    assertThat(run.err()).containsOnlyOnce("unknown setting 'laet'").contains("-Dtenon.laet");
  }

  @Test
  void without_an_agent_core_says_it() {
    Run run = misspelt(0);

    assertThat(run.err())
        .containsOnlyOnce("-Dtenon.mdoe")
        .containsOnlyOnce("TENON_MDOE")
        .containsOnlyOnce("-Dtenon.laet");
  }

  @Test
  void without_a_logger_core_says_it_on_standard_error() {
    Run run = misspelt(product(), 0);

    assertThat(run.err().lines())
        .filteredOn(line -> line.startsWith("tenon: "))
        .hasSize(3)
        .anyMatch(line -> line.contains("-Dtenon.mdoe"));
  }

  private Run misspelt(int agents) {
    return misspelt(TellingLog.in(product()), agents);
  }

  /** Two that are there at the start, and one that only core can see. */
  private Run misspelt(ForkedJvm jvm, int agents) {
    return jvm.agents(agents)
        .flags("-Dtenon.mdoe=off")
        .environment("TENON_MDOE", "off")
        .source(SEAM)
        .source(
            """
            package shop;
            public class Main {
              public static void main(String[] args) {
                System.setProperty("tenon.laet", "off");
                dev.tenon.Seams.ledger();
              }
            }
            """)
        .compile()
        .run("shop.Main");
  }

  private Run requireActive(int agents) {
    return product()
        .agents(agents)
        .source(
            """
            package shop;
            public class Main {
              public static void main(String[] args) {
                dev.tenon.Seams.requireActive();
              }
            }
            """)
        .compile()
        .run("shop.Main");
  }

  private ForkedJvm jvm() {
    return new ForkedJvm(directory).flags("-Xverify:all").onLibraries();
  }

  private ForkedJvm product() {
    return jvm()
        .processors(
            String.join(
                File.pathSeparator,
                ForkedJvm.locationOf(TenonProcessor.class),
                ForkedJvm.locationOf(Mode.class),
                ForkedJvm.vocabulary()));
  }
}
