package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index of seams that an incremental build left behind is no evidence of a seam. */
class StaleIndexIT {

  private static final String VAULT =
      """
      package bank;
      public interface Vault {
        @dev.tenon.contract.Requires("amount > 0") void withdraw(long amount);
      }
      """;

  private static final String STATUS =
      """
      package shop;
      import dev.tenon.*;
      public class Main {
        public static void main(String[] args) {
          status();
          if (args.length > 0) {
            new bank.Vault() { public void withdraw(long amount) {} }.withdraw(-1);
            status();
          }
          Seams.requireActive();
        }
        static void status() {
          Seams.status().seams().forEach(seam ->
              System.out.println(seam.name() + " " + seam.state()));
        }
      }
      """;

  private static final String NO_CLAUSES =
      "seam bank.Vault is not enforced: the index of seams names it, but it has no clauses;"
          + " rebuild from clean";

  private static final String NO_CLASS =
      "seam bank.Vault is not enforced: the index of seams names it, but there is no such class;"
          + " rebuild from clean";

  @TempDir private Path directory;

  private ForkedJvm built() {
    return new ForkedJvm(directory)
        .onLibraries()
        .processing()
        .source(VAULT)
        .source(STATUS)
        .compile();
  }

  /** As an incremental build does: javac runs no processor over a source without annotations. */
  private ForkedJvm builtAgainWithoutClauses() {
    return built().source(VAULT.replaceAll("@\\S+\\(.*?\\) ", "")).compile();
  }

  private static void assertInactive(Run run, String reason) {
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .containsOnlyOnce("tenon: " + reason)
        .contains("tenon is not active for every seam:\n  bank.Vault: the index of seams names it");
  }

  @Test
  void a_type_that_has_lost_its_last_clause_is_announced_and_not_active() {
    Run run = builtAgainWithoutClauses().run("shop.Main");

    assertThat(run.outLines()).containsExactly("bank.Vault NOT_ENFORCED");
    assertInactive(run, NO_CLAUSES);
  }

  @Test
  void it_is_announced_once_when_it_is_used() {
    Run run = builtAgainWithoutClauses().run("shop.Main", "use");

    assertThat(run.outLines())
        .containsExactly("bank.Vault NOT_ENFORCED", "bank.Vault NOT_ENFORCED");
    assertInactive(run, NO_CLAUSES);
  }

  @Test
  void a_type_that_is_gone_is_announced_at_the_start_and_not_active() throws IOException {
    ForkedJvm jvm = built();
    Files.delete(jvm.classes().resolve("bank/Vault.class"));

    Run run = jvm.run("shop.Main");

    assertThat(run.err().lines().limit(2))
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith("tenon: " + NO_CLASS),
            banner -> assertThat(banner).endsWith(": 0 seams known, mode enforce"));
    assertThat(run.outLines()).containsExactly("bank.Vault NOT_ENFORCED");
    assertInactive(run, NO_CLASS);
  }

  @Test
  void a_seam_that_says_so_needs_no_clauses() {
    Run run =
        built()
            .source("package bank;\n@dev.tenon.contract.Seam\npublic interface Bare {}")
            .compile()
            .run("shop.Main");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines()).isEqualTo(List.of("bank.Bare KNOWN", "bank.Vault KNOWN"));
    assertThat(run.err()).doesNotContain("not enforced");
  }

  @Test
  void loaders_that_find_it_in_their_parent_do_not_announce_it_again() throws IOException {
    ForkedJvm jvm = built();
    Files.delete(jvm.classes().resolve("bank/Vault.class"));

    Run run =
        jvm.source(
                """
                package shop;
                import java.net.*;
                public class Children {
                  public static void main(String[] args) throws Exception {
                    URL here = Children.class.getProtectionDomain().getCodeSource().getLocation();
                    for (int i = 0; i < 3; i++) {
                      ClassLoader child = new URLClassLoader(new URL[] {here}) {
                        @Override protected Class<?> loadClass(String name, boolean resolve)
                            throws ClassNotFoundException {
                          return name.equals("shop.Other")
                              ? findClass(name) : super.loadClass(name, resolve);
                        }
                      };
                      System.out.println(
                          Class.forName("shop.Other", true, child).getClassLoader() == child);
                    }
                  }
                }
                class Other {}
                """)
            .compile()
            .run("shop.Children");

    assertThat(run.outLines()).containsExactly("true", "true", "true");
    assertThat(run.err()).containsOnlyOnce(NO_CLASS);
  }
}
