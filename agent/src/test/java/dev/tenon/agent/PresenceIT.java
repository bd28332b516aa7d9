package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seam that is not enforced is said to be, once, and the application runs all the same. */
class PresenceIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") long withdraw(int amount);
      }
      """;

  private static final String IRON =
      """
      package bank;
      public class Iron implements Vault {
        public long withdraw(int amount) { return amount * 2L; }
      }
      """;

  private static final String MAIN =
      """
      package bank;
      public class Main {
        static Object ask(Object... question) throws Exception {
          return Class.forName("java.lang.TenonJoint")
              .getMethod("ask", Object[].class).invoke(null, (Object) question);
        }
        static void states() throws Exception {
          System.out.println("states " + ask("seams", Main.class.getClassLoader()));
        }
        public static void main(String[] args) throws Exception {
          if (args.length > 0) {
            states();
          }
          System.out.println(new Iron().withdraw(5));
          System.out.println(new Iron().withdraw(6));
          if (args.length > 0) {
            states();
            System.out.println("errors " + ask("errors"));
          }
          if (args.length > 1) {
            System.out.println("wove " + ask("weave", Vault.class));
            System.out.println(new Iron().withdraw(7));
            System.out.println(new Late().withdraw(8));
            states();
          }
        }
        static class Late implements Vault {
          public long withdraw(int amount) { return amount * 3L; }
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm app() {
    return new ForkedJvm(directory).source(VAULT).source(IRON).source(MAIN);
  }

  private ForkedJvm indexed() {
    return app().index("bank.Vault");
  }

  private static List<String> complaints(ForkedJvm.Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    return run.err().lines().filter(line -> !line.contains(" known, mode ")).toList();
  }

  @Test
  void a_woven_seam_is_counted() {
    ForkedJvm.Run run = indexed().source(TellingLinkage.SOURCE).compile().run("bank.Main", "ask");
    assertThat(complaints(run)).isEmpty();
    assertThat(run.outLines())
        .contains(
            "states {bank.Vault=known}",
            "enter bank.Iron.withdraw(5)",
            "10",
            "states {bank.Vault=woven:1}",
            "errors 0");
  }

  @Test
  void core_is_missing() {
    ForkedJvm.Run run = indexed().compile().run("bank.Main", "ask");
    assertThat(complaints(run))
        .singleElement()
        .asString()
        .startsWith("tenon: seam bank.Vault is not enforced:")
        .contains("tenon-core is not visible from the loader of bank.Vault; add it");
    assertThat(run.outLines())
        .contains("10", "12", "errors 0")
        .anyMatch(line -> line.startsWith("states {bank.Vault=not woven: tenon-core is not vis"));
  }

  @Test
  void core_speaks_another_protocol() {
    ForkedJvm.Run run =
        indexed().source(TellingLinkage.speaking(0)).compile().run("bank.Main", "ask");
    assertThat(complaints(run))
        .singleElement()
        .asString()
        .contains("seam bank.Vault is not enforced: agent speaks 1, core 0");
    assertThat(run.outLines()).contains("10", "12").noneMatch(line -> line.startsWith("enter"));
  }

  @Test
  void core_fails_to_link() {
    String failing =
        TellingLinkage.SOURCE.replace(
            "MethodHandles.Lookup own =", "if (true) throw new Error(\"broken\"); var own =");
    ForkedJvm.Run run = indexed().source(failing).compile().run("bank.Main", "ask");
    assertThat(complaints(run))
        .anyMatch(
            line -> line.contains("seam bank.Vault is not enforced: ") && line.contains("broken"));
    assertThat(run.outLines()).contains("10", "12");
  }

  @Test
  void the_processor_did_not_run() {
    ForkedJvm.Run run =
        app()
            .source(TellingLinkage.SOURCE)
            .source("package bank; @dev.tenon.contract.Seam interface Unused {}")
            .compile()
            .run("bank.Main", "ask");
    assertThat(complaints(run))
        .containsExactly(
            "tenon: seam bank.Vault is not enforced: no companion (the processor did not run);"
                + " add tenon-processor to annotationProcessorPaths");
    assertThat(run.outLines())
        .contains("10", "12")
        .noneMatch(line -> line.startsWith("enter"))
        .anyMatch(line -> line.startsWith("states {bank.Vault=not woven: no companion"));
  }

  @Test
  void a_class_file_of_the_future_is_left_alone() {
    ForkedJvm.Run run = withVersion(80);
    // The JVM refuses it in the end; that the agent met it first and said so is what counts.
    assertThat(run.err())
        .contains("bank.Iron is a class file of version 80, newer than this agent knows")
        .contains("use a newer tenon-agent")
        .contains("UnsupportedClassVersionError");
  }

  @Test
  void a_class_file_older_than_the_call_is_left_alone() {
    ForkedJvm.Run run = withVersion(50);
    assertThat(run.err())
        .contains("bank.Iron is a class file of version 50, which cannot hold a check")
        .contains("compile it for Java 7 or later");
    assertThat(run.outLines()).contains("10", "12").noneMatch(line -> line.startsWith("enter"));
  }

  private ForkedJvm.Run withVersion(int major) {
    ForkedJvm jvm = indexed().source(TellingLinkage.SOURCE).compile();
    Path file = jvm.classes().resolve("bank/Iron.class");
    try {
      byte[] bytes = Files.readAllBytes(file);
      bytes[7] = (byte) major;
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return jvm.run("bank.Main");
  }

  @Test
  void a_seam_that_is_off_costs_nothing_until_it_is_asked_for() {
    ForkedJvm.Run run =
        indexed()
            .source(TellingLinkage.SOURCE)
            .agentArguments("mode.bank..*=off")
            .compile()
            .run("bank.Main", "ask", "weave");
    assertThat(complaints(run)).isEmpty();
    assertThat(run.outLines())
        .containsExactly(
            "states {bank.Vault=off}",
            "10",
            "12",
            "states {bank.Vault=off}",
            "errors 0",
            "wove 1",
            "enter bank.Iron.withdraw(7)",
            "exit bank.Iron.withdraw(7) = 14",
            "14",
            "enter bank.Main$Late.withdraw(8)",
            "exit bank.Main$Late.withdraw(8) = 24",
            "24",
            "states {bank.Vault=woven:2}");
  }

  @Test
  void a_seam_that_is_off_but_for_one_operation_is_woven() {
    ForkedJvm.Run run =
        indexed()
            .source(TellingLinkage.SOURCE)
            .agentArguments("mode=off,mode.bank.Vault.withdraw=observe")
            .compile()
            .run("bank.Main", "ask");
    assertThat(run.outLines()).contains("enter bank.Iron.withdraw(5)");
  }
}
