package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Classes that the JVM takes from an archive: of JDK 25 from its AOT cache, which it loads before
 * any agent sees them, before that from shared class data.
 */
class ArchiveIT {

  private static final boolean HAS_AOT_CACHE = Runtime.version().feature() >= 25;

  @TempDir Path directory;

  /** How the archive is recorded: with nothing, ready for an agent, or with this agent. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "ready", "agent"})
  void a_supplier_from_an_archive_is_woven(String recorded) {
    Path archive = directory.resolve("application.archive");
    Path jar = application().jar("bank.jar");

    ForkedJvm recording = run(jar).agents(recorded.equals("agent") ? 1 : 0);
    if (recorded.equals("ready")) {
      recording.flags("--add-modules", "java.instrument");
    }
    recording.flags(
        (HAS_AOT_CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
    ForkedJvm.Run first = recording.run("bank.Main");
    assertThat(first.out()).contains(recorded.equals("agent") ? "refused" : "passes");
    assertThat(Files.exists(archive)).as(first.err()).isTrue();

    ForkedJvm using = run(jar);
    if (recorded.equals("ready")) {
      using.flags("--add-modules", "java.instrument");
    }
    ForkedJvm.Run run =
        using
            .flags((HAS_AOT_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive)
            .run("bank.Main");

    // Before these the JVM may say that it does without the archive.
    assertThat(run.outLines()).endsWith("class refused", "lambda refused");
  }

  private ForkedJvm application() {
    return new ForkedJvm(directory)
        .onClassPath(System.getProperty("java.class.path"))
        .processing()
        .source(
            """
            package bank;
            import dev.tenon.contract.*;
            public interface Vault {
              @Requires("amount > 0") int take(int amount);
            }
            """)
        .source(
            """
            package bank;
            public class Main {
              static class Plain implements Vault {
                public int take(int amount) { return amount; }
              }
              public static void main(String[] args) {
                say("class", new Plain());
                say("lambda", amount -> amount);
              }
              static void say(String what, Vault vault) {
                try {
                  vault.take(-1);
                  System.out.println(what + " passes");
                } catch (AssertionError violation) {
                  System.out.println(what + " refused");
                }
              }
            }
            """)
        .compile();
  }

  /** An archive takes classes of jars alone. */
  private ForkedJvm run(Path jar) {
    ForkedJvm jvm = new ForkedJvm(directory).onJars(jars(jar));
    return HAS_AOT_CACHE
        ? jvm
        : jvm.flags("-XX:+UnlockDiagnosticVMOptions", "-XX:+AllowArchivingWithJavaAgent");
  }

  private static List<String> jars(Path jar) {
    return List.of(
        jar.toString(),
        ForkedJvm.locationOf(dev.tenon.contract.Seam.class),
        ForkedJvm.locationOf(dev.tenon.model.Mode.class),
        ForkedJvm.locationOf(dev.tenon.Seams.class),
        ForkedJvm.locationOf(org.slf4j.Logger.class));
  }
}
