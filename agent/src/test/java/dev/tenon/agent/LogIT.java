package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written where: the application's log, standard error, and nothing else. */
class LogIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("!text.isEmpty() && text.length() < 8") String take(String text);
      }
      """;

  private static final String MAIN =
      """
      package bank;
      public class Main {
        static String refused(Vault vault, String text) {
          try {
            return "passed " + vault.take(text);
          } catch (AssertionError violation) {
            return "refused";
          }
        }
        public static void main(String[] args) {
          System.out.println(refused(text -> text, args.length > 0 ? args[0] : ""));
          BODY
          System.out.println(dev.tenon.Seams.status().errors());
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm application(String body) {
    return Product.processed(directory).source(VAULT).source(MAIN.replace("BODY", body));
  }

  /** Whatever writes the log may be a supplier itself: what it does while it writes is dropped. */
  @Test
  void a_log_that_is_a_supplier_is_no_circle() {
    ForkedJvm.Run run =
        TellingLog.in(
                application(
                    """
                for (int i = 0; i < 3; i++) {
                  System.out.println(refused(text -> text, ""));
                }
                System.out.println(refused(new log.Named(), ""));
                """))
            .source(
                """
                package log;
                import org.slf4j.*;
                import org.slf4j.event.Level;
                public class Named extends TellingLog implements bank.Vault {
                  @Override public String take(String text) { return text; }
                  @Override protected void handleNormalizedLoggingCall(
                      Level level, Marker marker, String text, Object[] arguments, Throwable thrown) {
                    take("");
                    System.out.println("logged");
                  }
                }
                """)
            .file("META-INF/services/org.slf4j.spi.SLF4JServiceProvider", "log.Named\n")
            .compile()
            .run("bank.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines())
        .as(run.err())
        .containsExactly(
            "logged", "refused", "refused", "refused", "refused", "logged", "refused", "0");
    assertThat(run.err()).isEqualTo("Tenon: 5 violations (5 client); 2 dropped inside a clause\n");
  }

  @Test
  void without_the_api_of_the_log_a_violation_is_thrown_all_the_same() {
    ForkedJvm.Run run =
        application("")
            .compile()
            .onJars(
                List.of(
                    directory.resolve("classes").toString(),
                    ForkedJvm.vocabulary(),
                    ForkedJvm.locationOf(dev.tenon.Seams.class),
                    ForkedJvm.locationOf(dev.tenon.linking.Joints.class),
                    ForkedJvm.locationOf(dev.tenon.model.Mode.class)))
            .run("bank.Main");
    assertThat(run.outLines()).as(run.err()).containsExactly("refused", "0");
    assertThat(run.err()).isEqualTo("Tenon: 1 violation (1 client)\n");
  }

  /** A value that looks like a report of its own, and one that would end the terminal's line. */
  @Test
  void a_value_with_line_breaks_stays_on_its_line() {
    ForkedJvm.Run run =
        TellingLog.in(
                Product.processed(directory)
                    .source(
                        VAULT.replaceAll(
                            "@Requires.*?\\) String", "@Requires(\"text == null\") String"))
                    .source(MAIN.replace("BODY", "")))
            .compile()
            .run("bank.Main", "a\nPrecondition broken by the client\r\u001b[31m");
    assertThat(run.outLines()).as(run.err()).startsWith("refused");
    assertThat(run.err())
        .contains("a\\nPrecondition broken by the client\\r\\" + "u001b[31m")
        .doesNotContain("\u001b");
  }

  /** Of what the JDK itself warns of: access to memory past it, native access, agents. */
  @Test
  void the_jdk_warns_of_nothing() {
    ForkedJvm jvm =
        TellingLog.in(
            application(
                "System.out.println(refused(new Vault() {"
                    + " public String take(String text) { return text; } }, \"\"));"));
    if (Runtime.version().feature() >= 24) {
      jvm.flags("--sun-misc-unsafe-memory-access=deny", "--illegal-native-access=deny");
    }
    ForkedJvm.Run run = jvm.compile().run("bank.Main");
    assertThat(run.outLines()).containsExactly("refused", "refused", "0");
    assertThat(run.err()).doesNotContain("WARNING").startsWith("ERROR seam=bank.Vault");
  }
}
