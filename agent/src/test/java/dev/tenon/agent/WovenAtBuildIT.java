package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that were woven at build say what they say when the agent weaves them. */
class WovenAtBuildIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") @Ensures("result >= 0") long withdraw(long amount);
        @Requires("n > 0") default long peek(long n) { return n; }
      }
      """;

  private static final String PUTS =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Puts { @Requires("amount > 0") @Ensures("result < 100") long put(long amount); }
      """;

  private static final String BASE =
      """
      package bank;
      public class Base { public long put(long amount) { return amount; } }
      """;

  private static final String PUTTER =
      """
      package bank;
      public class Putter extends Base implements Puts {}
      """;

  private static final String CASH =
      """
      package bank;
      public class CashVault implements Special {
        public long withdraw(long amount) { return amount == 7 ? -1 : amount; }
      }
      """;

  private static final String SPECIAL =
      """
      package bank;
      public interface Special extends Vault {}
      """;

  private static final String RANGE =
      """
      package bank;
      import dev.tenon.contract.*;
      @Invariant("low <= high")
      public class Range {
        final int low; int high;
        @Requires("low >= 0") public Range(int low, int high) { this.low = low; this.high = high; }
        public void lower(int by) { high -= by; }
      }
      """;

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Vault.class)
      public interface VaultView { @Requires("amount < 50") @Ensures("result < 40") long withdraw(long amount); }
      """;

  private static final String MAIN =
      """
      package shop;
      import bank.*;
      import java.util.function.*;
      public class Main {
        static void attempt(Runnable run) {
          try { run.run(); System.out.println("passed"); }
          catch (AssertionError broken) { System.out.println(broken.getMessage()); }
        }
        static LongUnaryOperator below(Special special) { return special::withdraw; }
        static <T extends Special> LongUnaryOperator any(T special) { return special::withdraw; }
        static ToLongBiFunction<Special, Long> unbound() { return Special::withdraw; }
        public static void main(String[] args) {
          Vault vault = new CashVault();
          attempt(() -> vault.withdraw(-1));
          attempt(() -> vault.withdraw(7));
          attempt(() -> vault.withdraw(8));
          attempt(() -> vault.peek(-8));
          attempt(() -> vault.withdraw(60));
          attempt(() -> vault.withdraw(45));
          LongUnaryOperator referred = vault::withdraw;
          attempt(() -> referred.applyAsLong(61));
          attempt(() -> below(new CashVault()).applyAsLong(62));
          attempt(() -> any(new CashVault()).applyAsLong(63));
          attempt(() -> unbound().applyAsLong(new CashVault(), 64L));
          attempt(() -> new Putter().put(-3));
          attempt(() -> new Putter().put(300));
          attempt(() -> new Base().put(-3));
          Puts lambda = x -> x + 99;
          attempt(() -> lambda.put(-1));
          attempt(() -> lambda.put(1));
          long[] captured = {5};
          Puts capturing = x -> captured[0] + x;
          attempt(() -> capturing.put(1));
          attempt(() -> capturing.put(99));
          attempt(() -> new Range(-1, 3));
          attempt(() -> new Range(4, 3));
          attempt(() -> new Range(1, 3).lower(9));
          System.out.println(dev.tenon.Seams.ledger().violations() + " violations, errors "
              + dev.tenon.Seams.ledger().errorTexts());
        }
      }
      """;

  private static final String DEMAND =
      """
      package shop;
      public class Demand {
        public static void main(String[] args) {
          dev.tenon.Seams.requireActive();
          System.out.println(dev.tenon.Seams.status().text());
        }
      }
      """;

  /** Without the tests: much of them was not woven at build. */
  private static final String CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("at-build"))
          .collect(Collectors.joining(File.pathSeparator));

  @TempDir private Path directory;
  private ForkedJvm application;

  @BeforeEach
  void compile() {
    application = new ForkedJvm(directory);
    application
        .onClassPath(CLASS_PATH)
        .flags("-Xverify:all")
        .processing()
        .source(VAULT)
        .source(PUTS)
        .source(BASE)
        .source(PUTTER)
        .source(CASH)
        .source(SPECIAL)
        .source(RANGE)
        .source(VIEW)
        .source(MAIN)
        .source(DEMAND)
        .compile();
  }

  private String weave() throws IOException {
    return Weave.weave(application.classes(), classPath(), "");
  }

  private static List<Path> classPath(String... more) {
    return Stream.concat(Stream.of(more), Stream.of(CLASS_PATH.split(File.pathSeparator, -1)))
        .map(Path::of)
        .toList();
  }

  @Test
  void without_an_agent_they_say_what_they_say_with_one_and_each_handoff_once() throws IOException {
    Run woven = application.run("shop.Main");
    assertThat(woven.outLines()).last().asString().startsWith("17 violations, errors []");

    weave();
    Run withoutAgent = application.agents(0).run("shop.Main");
    Run withAgent = application.agents(1).run("shop.Main");

    assertThat(withoutAgent.out()).isEqualTo(woven.out());
    assertThat(withAgent.out()).isEqualTo(woven.out());
  }

  @Test
  void weaving_again_changes_nothing() throws IOException {
    assertThat(weave()).contains("6 classes woven (6 written, 0 as before)");
    assertThat(weave()).contains("6 classes woven (0 written, 6 as before)");
  }

  @Test
  void they_are_active_without_an_agent_and_the_status_counts_them() throws IOException {
    weave();
    Run run = application.agents(0).run("shop.Demand");

    assertThat(run.err()).doesNotContain("tenon is not active");
    assertThat(run.outLines())
        .contains(
            "tenon: no agent attached, 2 seams, 1 view",
            "  bank.Puts  woven: 3 classes at build",
            "  bank.Vault  woven: 2 classes at build");
  }

  @Test
  void the_agent_counts_them_as_woven() throws IOException {
    weave();
    Run run = application.agents(1).run("shop.Demand");

    assertThat(run.outLines()).contains("  bank.Vault  woven: 1 body");
  }

  @Test
  void a_class_that_was_compiled_again_since_is_a_hole() throws IOException {
    Path file = application.classes().resolve("bank/CashVault.class");
    byte[] plain = Files.readAllBytes(file);
    weave();
    Files.write(file, plain);

    assertThat(application.agents(0).run("shop.Demand").err())
        .contains(
            "bank.Vault: bank.CashVault was woven at build and has been compiled again since;"
                + " weave it after each compilation");
  }

  @Test
  void a_supplier_in_a_jar_that_was_not_woven_is_a_hole() throws IOException {
    ForkedJvm other = new ForkedJvm(directory.resolve("other"));
    other
        .onClassPath(application.classes().toString(), CLASS_PATH)
        .source(
            """
            package other;
            public class OtherVault implements bank.Vault {
              public long withdraw(long amount) { return -1; }
              static bank.Puts lambda() { return x -> x; }
            }
            """)
        .compile();
    weave();
    Path jar = other.jar("other.jar");

    assertThat(application.onClassPath(jar.toString()).agents(0).run("shop.Demand").err().lines())
        .contains(
            "  bank.Vault: other.OtherVault (other.jar) was not woven at build; weave it at its own"
                + " build (goal weave of tenon-maven-plugin), or attach the agent",
            "  bank.Puts: other.OtherVault (other.jar) was not woven at build; weave it at its own"
                + " build (goal weave of tenon-maven-plugin), or attach the agent");
  }

  @Test
  void a_body_that_is_inherited_from_another_build_fails_with_what_to_do() throws IOException {
    ForkedJvm heir = new ForkedJvm(directory.resolve("heir"));
    heir.onClassPath(application.classes().toString(), CLASS_PATH)
        .source(
            """
            package heir;
            public class Heir extends bank.Base implements bank.Puts {}
            """)
        .compile();

    List<Path> classPath = classPath(application.classes().toString());
    assertThatThrownBy(() -> Weave.weave(heir.classes(), classPath, ""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("not every contract can be woven at build:\n  ")
        .hasMessageContaining(
            "heir.Heir inherits put from bank.Base, which is not among the classes of this build (")
        .hasMessageEndingWith("; override it in heir.Heir and call super, or use the agent");
    assertThat(heir.classes().resolve("META-INF/services/dev.tenon.runtime.Joint")).doesNotExist();
  }

  @Test
  void a_build_without_the_core_fails_with_what_to_do() {
    assertThatThrownBy(
            () -> Weave.weave(application.classes(), List.of(Path.of(ForkedJvm.vocabulary())), ""))
        .hasMessageContaining("tenon-core is not on the class path, which woven classes link to");
  }

  /** What the agent transforms is left out of every archive of the JDK. */
  @Test
  void an_archive_of_the_jdk_has_them() throws IOException {
    weave();
    String archive = directory.resolve("app.jsa").toString();
    List<String> jars =
        Stream.concat(
                Stream.of(application.jar("app.jar").toString()),
                Stream.of(CLASS_PATH.split(File.pathSeparator, -1))
                    .filter(entry -> entry.endsWith(".jar")))
            .toList();
    ForkedJvm archived = new ForkedJvm(directory).agents(0).onJars(jars);
    archived.flags("-XX:ArchiveClassesAtExit=" + archive).run("shop.Main");

    Run run =
        new ForkedJvm(directory)
            .agents(0)
            .onJars(jars)
            .flags("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load")
            .run("shop.Main");
    assertThat(run.outLines())
        .anyMatch(line -> line.contains("bank.CashVault source: shared objects file"))
        .anyMatch(line -> line.startsWith("17 violations, errors []"));
  }
}
