package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Classes that the JVM takes from an archive: of JDK 25 from its AOT cache, which it loads before
 * any agent sees them, before that from shared class data.
 */
class ArchiveIT {

  private static final boolean HAS_AOT_CACHE = Runtime.version().feature() >= 25;

  @TempDir Path directory;

  /**
   * How the archive is recorded, with what the application runs then, and of JDK 25 where a class
   * without a seam and where a supplier comes from.
   */
  @ParameterizedTest
  @CsvSource({
    "NOTHING, NOTHING, cache, cache",
    "NOTHING, TENON, jar, jar",
    "READY, READY_TENON, cache, cache",
    "NULL, NULL, cache, cache",
    "TENON, TENON, cache, jar",
    "NULL, TENON, cache, cache"
  })
  void a_supplier_is_woven_wherever_it_comes_from(
      Attached recorded, Attached used, String plain, String supplier) {
    Path archive = directory.resolve("application.archive");
    Path jar = application().jar("bank.jar");

    ForkedJvm.Run first =
        run(jar, recorded)
            .flags((HAS_AOT_CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive)
            .run("bank.Main");
    assertSaid(first, recorded);
    assertThat(Files.exists(archive)).as(first.err()).isTrue();

    ForkedJvm.Run run =
        run(jar, used)
            .flags((HAS_AOT_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive)
            .flags("-Xlog:class+load:file=loaded.txt:none")
            .run("bank.Main");

    assertSaid(run, used);
    if (HAS_AOT_CACHE) {
      assertThat(origin("bank.Unconcerned")).isEqualTo(plain);
      assertThat(origin("bank.Main$Plain")).isEqualTo(supplier);
    } else {
      assertThat(origin("bank.Unconcerned")).isIn("cache", "jar");
    }
  }

  /** What is attached to a JVM. */
  enum Attached {
    NOTHING,
    /** Nothing, but ready for an agent. */
    READY,
    READY_TENON,
    /** An agent that changes nothing. */
    NULL,
    TENON;

    boolean isTenon() {
      return this == TENON || this == READY_TENON;
    }
  }

  private static void assertSaid(ForkedJvm.Run run, Attached attached) {
    String said = attached.isTenon() ? " refused" : " passes";
    // The JVM may say how it fares with its archive, before and behind these.
    assertThat(run.outLines()).as(run.err()).containsSubsequence("class" + said, "lambda" + said);
  }

  private String origin(String type) {
    try (Stream<String> loaded = Files.lines(directory.resolve("loaded.txt"))) {
      String line = loaded.filter(each -> each.startsWith(type + " ")).findFirst().orElseThrow();
      return line.contains("shared objects file") ? "cache" : "jar";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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
        .source("package bank; class Unconcerned implements Runnable { public void run() {} }")
        .source(
            """
            package bank;
            public class Main {
              static class Plain implements Vault {
                public int take(int amount) { return amount; }
              }
              public static void premain(String args, java.lang.instrument.Instrumentation jvm) {
                jvm.addTransformer(new java.lang.instrument.ClassFileTransformer() {}, true);
              }
              public static void main(String[] args) {
                new Unconcerned().run();
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
  private ForkedJvm run(Path jar, Attached attached) {
    ForkedJvm jvm = new ForkedJvm(directory).onJars(jars(jar)).agents(attached.isTenon() ? 1 : 0);
    switch (attached) {
      case READY, READY_TENON -> jvm.flags("--add-modules", "java.instrument");
      case NULL -> jvm.lastFlags("-javaagent:" + jvm.agent("bank.Main"));
      case NOTHING, TENON -> {}
    }
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
        ForkedJvm.locationOf(dev.tenon.linking.Joints.class),
        ForkedJvm.locationOf(org.slf4j.Logger.class));
  }
}
