package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be wrong where classes are woven at build, and what is said of it. */
class WrongAtBuildIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.Requires;
      public interface Vault { @Requires("amount > 0") long put(long amount); }
      """;

  private static final String BASE =
      """
      package bank;
      public class Base { public long put(long amount) { return amount; } }
      """;

  private static final String MAIN =
      """
      package bank;
      public class Main {
        static class Heir extends Base implements Vault {}
        static class Cash implements Vault { public long put(long amount) { return amount; } }
        static void put(Vault vault) {
          try { System.out.println(vault.put(-1)); }
          catch (IllegalStateException refused) { System.out.println(refused.getMessage()); }
        }
        public static void main(String[] args) {
          if (args.length > 0) {
            dev.tenon.Seams.requireActive();
          }
          put(new Cash());
          put(new Heir());
          put(amount -> amount);
        }
      }
      """;

  private static final String FAULT =
      "no seam is enforced: unknown value 'enforec' of setting 'mode' (tenon.properties), did you"
          + " mean 'enforce'?";

  private static final List<Path> LIBRARIES = ForkedJvm.LIBRARIES.stream().map(Path::of).toList();

  @TempDir private Path directory;

  private ForkedJvm application(String settings) throws IOException {
    ForkedJvm application =
        Product.processed(directory).source(VAULT).source(BASE).source(MAIN).compile().agents(0);
    Weave.weave(application.classes(), LIBRARIES, "");
    return application.file("tenon.properties", settings);
  }

  @Test
  void with_a_misspelt_file_calls_pass_and_nothing_is_active() throws IOException {
    ForkedJvm application = application("mode=enforec");

    Run run = application.run("bank.Main");
    assertThat(run.outLines()).containsExactly("-1", "-1", "-1");
    assertThat(run.err()).containsOnlyOnce("tenon: " + FAULT);

    assertThat(application.run("bank.Main", "demanded").err())
        .contains("java.lang.IllegalStateException: tenon is not active: " + FAULT);
  }

  @Test
  void with_a_misspelt_file_strict_refuses_the_calls() throws IOException {
    Run run = application("mode=enforec\nstrict=true").run("bank.Main");

    assertThat(run.outLines())
        .hasSize(3)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains(".put is refused, since tenon is strict and it could not be linked: ")
                    .contains("did you mean 'enforce'?"));
  }

  @Test
  void interfaces_alone_need_no_core_in_their_module() throws IOException {
    ForkedJvm seams =
        new ForkedJvm(directory)
            .compilerOptions("--module-path", ForkedJvm.modulePath())
            .processing()
            .source("module-info.java", "module bank { requires dev.tenon.annotations; }")
            .source(VAULT)
            .compile();

    assertThat(Weave.weave(seams.classes(), LIBRARIES, "")).startsWith("0 classes woven");

    seams
        .compilerOptions("--patch-module", "bank=" + seams.classes())
        .source("package bank;\npublic class Cash extends Base implements Vault {}")
        .source(BASE)
        .compile();
    assertThatThrownBy(() -> Weave.weave(seams.classes(), LIBRARIES, ""))
        .hasMessageContaining("add: requires dev.tenon.core;");
  }

  @Test
  void what_nobody_can_override_has_another_remedy() {
    ForkedJvm application =
        Product.processed(directory)
            .source(
                """
                package bank;
                import dev.tenon.contract.Ensures;
                public interface Named { @Ensures("result.length() > 3") String name(); }
                """)
            .source("package bank;\npublic enum Coin implements Named { ONE }")
            .compile();

    assertThatThrownBy(() -> Weave.weave(application.classes(), LIBRARIES, ""))
        .hasMessageContaining(
            "bank.Coin inherits name from java.lang.Enum, a class of the JDK, which is never woven;"
                + " it is final there: take the operation out of the contract, or put Seams.guard in"
                + " front");
  }

  @Test
  void a_wrong_option_is_not_said_to_be_the_agents() {
    ForkedJvm application = Product.processed(directory).source(VAULT).compile();

    assertThatThrownBy(() -> Weave.weave(application.classes(), LIBRARIES, "seams=shop.."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("seams (option of weaving): 'shop..' is no type pattern: ");
  }
}
