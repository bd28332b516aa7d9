package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests in a module's own packages, as Surefire runs them: of two indexes of one path, that of the
 * module and that of its patch, a class loader finds one.
 */
class PatchedModuleIT {

  private static final String REST = File.pathSeparator + ForkedJvm.modulePath();

  private static final String TEST_SEAM =
      """
      package bank;
      import dev.tenon.contract.Requires;
      public interface Bell { @Requires("times > 0") void ring(int times); }
      """;

  private static final String TEST_SUPPLIER =
      """
      package bank;
      class EmptyVault implements Vault { public int take(int amount) { return amount; } }
      """;

  @TempDir private Path directory;
  private ForkedJvm module;
  private ForkedJvm patch;

  private void compile(String... sources) {
    module =
        new ForkedJvm(directory.resolve("main"))
            .compilerOptions("--module-path", ForkedJvm.modulePath())
            .processing()
            .source(
                "module-info.java",
                "module bank { requires dev.tenon.annotations; requires dev.tenon.core; }")
            .source(
                """
                package bank;
                import dev.tenon.contract.Requires;
                public interface Vault { @Requires("amount > 0") int take(int amount); }
                """)
            .source(
                """
                package bank;
                public class CashVault implements Vault {
                  public int take(int amount) { return amount; }
                }
                """)
            .compile();
    patch = new ForkedJvm(directory.resolve("test"));
    Path tests = directory.resolve("test").resolve("src");
    patch
        .compilerOptions("--module-path", module.classes() + REST)
        .compilerOptions("--patch-module", "bank=" + tests)
        .processing()
        .source(
            """
            package bank;
            public class Main {
              public static void main(String[] args) {
                try {
                  dev.tenon.Seams.requireActive();
                  System.out.println("active");
                } catch (IllegalStateException inactive) {
                  System.out.println(inactive.getMessage());
                }
                try {
                  System.out.println("took " + new CashVault().take(-1));
                } catch (AssertionError broken) {
                  System.out.println(broken.getMessage().lines().findFirst().get().split(" \\\\(")[0]);
                }
              }
            }
            """);
    Arrays.stream(sources).forEach(patch::source);
    patch.compile();
  }

  private Run run(int agents) {
    return patch
        .agents(agents)
        .flags("--patch-module", "bank=" + patch.classes())
        .runModule(module.classes() + REST, "bank/bank.Main");
  }

  private static void weave(ForkedJvm woven, Path... others) throws IOException {
    Stream<Path> libraries = ForkedJvm.LIBRARIES.stream().map(Path::of);
    Weave.weave(woven.classes(), Stream.concat(Stream.of(others), libraries).toList(), "");
  }

  @Test
  void the_seams_of_the_module_are_known_beside_those_of_its_tests() {
    compile(TEST_SEAM);

    Run run = run(1);

    assertThat(run.err()).contains("2 seams known").doesNotContain("not enforced");
    assertThat(run.outLines()).containsExactly("active", "Precondition broken by the client");
  }

  @Test
  void what_was_not_woven_in_the_module_is_missed_where_its_tests_were() throws IOException {
    compile(TEST_SEAM, TEST_SUPPLIER);
    weave(patch, module.classes());

    Run run = run(0);

    assertThat(run.outLines())
        .contains("tenon is not active for every seam:")
        .anyMatch(line -> line.startsWith("  bank.Vault: bank.CashVault (classes) was not woven"))
        .endsWith("took -1");
  }

  @Test
  void what_was_woven_in_the_module_is_found_beside_what_was_in_its_tests() throws IOException {
    compile(TEST_SUPPLIER);
    weave(module);
    weave(patch, module.classes());

    Run run = run(0);

    assertThat(run.outLines()).isEqualTo(List.of("active", "Precondition broken by the client"));
  }
}
