package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the agent as a command that weaves a folder. */
class WeaveCommandIT {

  private static final String LIBRARIES = ForkedJvm.modulePath();

  @TempDir private Path directory;
  private ForkedJvm application;

  @BeforeEach
  void compile() {
    application =
        Product.processed(directory)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Vault { @Requires("amount > 0") long withdraw(long amount); }
                """)
            .source(
                """
                package bank;
                public class CashVault implements Vault {
                  public long withdraw(long amount) { return amount; }
                }
                """)
            .compile();
  }

  private Run weave(String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ForkedJvm.java("java"),
                "-cp",
                ForkedJvm.agentJar().toString(),
                "dev.tenon.agent.Weave"));
    command.addAll(List.of(options));
    return application.execute(command);
  }

  @Test
  void it_weaves_and_says_how_much() {
    Run run = weave("--classes", application.classes().toString(), "--class-path", LIBRARIES);
    assertThat(run.out())
        .isEqualTo("tenon: 1 class woven (1 written, 0 as before)" + System.lineSeparator());
    assertThat(run.exit()).isZero();
  }

  @Test
  void an_option_without_a_value_is_told_the_usage() {
    Run run = weave("--classes");
    assertThat(run.err()).startsWith("usage: java -cp tenon-agent.jar");
    assertThat(run.exit()).isEqualTo(2);
  }

  @Test
  void what_is_no_folder_is_named() {
    Run missing = weave("--classes", "nowhere", "--class-path", LIBRARIES);
    assertThat(missing.err()).isEqualTo(said("no folder of classes: nowhere"));
    assertThat(missing.exit()).isEqualTo(2);

    String jar = application.jar("app.jar").toString();
    Run file = weave("--classes", jar, "--class-path", LIBRARIES);
    assertThat(file.err()).isEqualTo(said("no folder of classes: " + jar));
    assertThat(file.exit()).isEqualTo(2);
  }

  /** A seam in it would go unchecked. */
  @Test
  void an_entry_of_the_class_path_that_does_not_exist_is_named() {
    Run run =
        weave(
            "--classes",
            application.classes().toString(),
            "--class-path",
            LIBRARIES + File.pathSeparator + "seams.jra");
    assertThat(run.err()).isEqualTo(said("no such entry on the class path: seams.jra"));
    assertThat(run.exit()).isEqualTo(2);
  }

  @Test
  void an_option_that_is_not_valid_is_a_wrong_call() {
    Run run =
        weave(
            "--classes",
            application.classes().toString(),
            "--class-path",
            LIBRARIES,
            "--seams",
            "a b");
    assertThat(run.err()).startsWith("tenon: ");
    assertThat(run.exit()).isEqualTo(2);
  }

  private static String said(String line) {
    return "tenon: " + line + System.lineSeparator();
  }

  @Test
  void a_link_to_a_folder_is_the_folder() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), application.classes());
    Run run = weave("--classes", link.toString(), "--class-path", LIBRARIES);
    assertThat(run.out()).contains("1 class woven (1 written, 0 as before)");
    assertThat(link.resolve("META-INF/services/dev.tenon.runtime.Joint")).exists();
  }

  @Test
  void links_within_a_folder_are_followed_and_those_to_what_they_are_in_are_not()
      throws IOException {
    Path bank = application.classes().resolve("bank");
    Path elsewhere = Files.move(bank, directory.resolve("elsewhere"));
    Files.createSymbolicLink(bank, elsewhere);
    Files.createSymbolicLink(elsewhere.resolve("again"), application.classes());

    Run run = weave("--classes", application.classes().toString(), "--class-path", LIBRARIES);

    assertThat(run.out()).contains("1 class woven (1 written, 0 as before)");
  }

  @Test
  void a_supplier_that_a_multi_release_folder_alone_has_fails_with_what_to_do() throws IOException {
    ForkedJvm newer =
        Product.processed(directory.resolve("newer"))
            .onClassPath(application.classes().toString())
            .source(
                """
                package bank;
                public class NewVault implements Vault {
                  public long withdraw(long amount) { return amount; }
                }
                """)
            .compile();
    Path versioned = application.classes().resolve("META-INF/versions/17/bank");
    Files.createDirectories(versioned);
    Files.copy(newer.classes().resolve("bank/NewVault.class"), versioned.resolve("NewVault.class"));

    assertThatThrownBy(() -> Product.weave(application))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith(
            "META-INF/versions/17/bank/NewVault: a class of a multi-release folder is not woven at"
                + " build; use the agent");
  }
}
