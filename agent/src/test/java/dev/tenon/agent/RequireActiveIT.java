package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is demanded of seams that are named, before anything of them is called. */
class RequireActiveIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.Requires;
      public interface Vault {
        boolean SAID = say("initialised");
        static boolean say(String text) { System.out.println(text); return true; }
        @Requires("amount > 0") void withdraw(long amount);
        interface Plain { void nothing(); }
        interface Special extends Vault {}
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

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Vault.class)
      public interface VaultView {
        @Requires("amount > 5") void withdraw(long amount);
      }
      """;

  private static final String MAIN =
      """
      package shop;
      import dev.tenon.Seams;
      public class Main {
        public static void main(String[] args) throws Exception {
          Class<?>[] seams = new Class<?>[args.length];
          for (int i = 0; i < args.length; i++) {
            seams[i] = Class.forName(args[i], false, Main.class.getClassLoader());
          }
          Seams.requireActive(seams);
          System.out.println("active");
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void a_seam_that_will_be_enforced_is_active_and_not_even_initialised() {
    Run run = product().compile().run("shop.Main", "bank.Vault", "bank.Vault$Special");

    assertThat(run.err()).isEmpty();
    assertThat(run.outLines()).containsExactly("active");
  }

  @Test
  void a_view_that_will_be_enforced_is_active() {
    Run run = product().source(VIEW).compile().run("shop.Main", "shop.VaultView");

    assertThat(run.err()).isEmpty();
    assertThat(run.outLines()).containsExactly("active");
  }

  @Test
  void a_view_that_no_processor_saw_is_named_with_what_to_do() {
    ForkedJvm jvm = product().compile();
    Run run =
        jvm.compilerOptions("-proc:none")
            .source(VIEW)
            .compile()
            .run("shop.Main", "bank.Vault", "shop.VaultView");

    assertThat(run.err())
        .contains("shop.VaultView: no companion (the processor did not run); add tenon-processor")
        .doesNotContain("bank.Vault:");
  }

  @Test
  void a_seam_that_is_off_is_no_hole() {
    Run run = product().agentArguments("mode=off").compile().run("shop.Main", "bank.Vault");

    assertThat(run.outLines()).containsExactly("active");
  }

  @Test
  void an_interface_without_clauses_is_an_error_that_says_so() {
    Run run = product().compile().run("shop.Main", "bank.Vault", "bank.Vault$Plain");

    assertThat(run.err())
        .contains("tenon is not active for every seam:")
        .contains("bank.Vault$Plain: has no clauses")
        .doesNotContain("bank.Vault:");
  }

  @Test
  void with_no_seam_given_one_has_to_be_known() {
    Run run = Product.processed(directory).source(MAIN).compile().run("shop.Main");

    assertThat(run.err()).contains("tenon is not active: no seam is known");
  }

  @Test
  void a_seam_that_no_processor_saw_is_named_before_anything_of_it_is_called() {
    Run run =
        Product.unprocessed(directory)
            .source(VAULT.replace("Requires;", "*;\n@Seam"))
            .source(
                """
                package shop;
                public class Main {
                  public static void main(String[] args) {
                    dev.tenon.Seams.requireActive();
                    bank.Vault vault = amount -> {};
                    vault.withdraw(-5);
                    System.out.println("active");
                  }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.err())
        .contains("tenon is not active for every seam:")
        .contains(
            "bank.Vault: no companion class (the processor did not run); add tenon-processor");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void without_agent_nothing_is_active() {
    Run run = product().agents(0).compile().run("shop.Main", "bank.Vault");

    assertThat(run.err()).contains("tenon is not active: no agent is attached");
  }

  @Test
  void a_seam_that_no_processor_saw_is_named_with_what_to_do() {
    Run run =
        Product.unprocessed(directory)
            .source(VAULT)
            .source(MAIN)
            .compile()
            .run("shop.Main", "bank.Vault");

    assertThat(run.err())
        .contains("bank.Vault: no companion class (the processor did not run); add tenon-processor")
        .doesNotContain("initialised");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_stale_seam_is_named_beside_one_that_nobody_compiled() {
    ForkedJvm jvm = product().compile();
    jvm.compilerOptions("-proc:none")
        .source(VAULT.replace("amount > 0", "amount > 5"))
        .source(TILL)
        .compile();

    Run run = jvm.run("shop.Main", "bank.Vault", "bank.Till");

    assertThat(run.err())
        .contains("bank.Vault: stale companion")
        .contains("rebuild from clean")
        .contains("bank.Till: no companion class");
  }

  @Test
  void a_seam_that_no_index_names_is_told_from_one_that_no_processor_saw() {
    ForkedJvm jvm = product().compile();
    jvm.file("META-INF/services/dev.tenon.contract.Seam", "");

    Run run = jvm.run("shop.Main", "bank.Vault");

    assertThat(run.err()).contains("tenon is not active for every seam:").contains("bank.Vault: ");
  }

  @Test
  void a_seam_above_the_core_is_not_enforced_and_says_so_before_any_call() {
    ForkedJvm jvm = product().source(LOADERS).compile();

    Run run = jvm.run("apart.Loaders");

    assertThat(run.err())
        .contains("bank.Vault: tenon-core is not visible from its class loader; add it");
  }

  /** The seam in a loader of its own beside core; the vocabulary is shared. */
  private static final String LOADERS =
      """
      package apart;
      import java.net.URL;
      import java.net.URLClassLoader;
      public class Loaders {
        static class Apart extends URLClassLoader {
          Apart(URL[] urls) { super(urls, Loaders.class.getClassLoader()); }
          @Override protected Class<?> loadClass(String name, boolean resolve)
              throws ClassNotFoundException {
            if (name.startsWith("dev.tenon.runtime")) {
              throw new ClassNotFoundException(name);
            }
            if (name.startsWith("bank.")) {
              Class<?> found = findLoadedClass(name);
              return found == null ? findClass(name) : found;
            }
            return super.loadClass(name, resolve);
          }
        }
        public static void main(String[] args) throws Exception {
          URL own = Loaders.class.getProtectionDomain().getCodeSource().getLocation();
          Class<?> seam = Class.forName("bank.Vault", false, new Apart(new URL[] {own}));
          dev.tenon.Seams.requireActive(seam);
        }
      }
      """;

  private ForkedJvm product() {
    return Product.processed(directory).source(VAULT).source(MAIN);
  }
}
