package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.SemanticsPage.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every program of docs/semantics.md prints what the page says, with the agent and all else. */
class SemanticsIT {

  private static final SemanticsPage PAGE = SemanticsPage.read();

  /** Runs the programs one after the other, each with an output of its own. */
  private static final String DRIVER =
      """
      package driver;
      import dev.tenon.Seams;
      import java.io.*;
      import java.lang.reflect.InvocationTargetException;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.*;
      public class Driver {
        public static void main(String[] programs) throws Exception {
          Seams.ledger().onRecord(violation -> System.out.println(violation));
          PrintStream out = System.out;
          for (String program : programs) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
              Class.forName(program + ".Main").getMethod("main", String[].class)
                  .invoke(null, (Object) new String[0]);
            } catch (InvocationTargetException ended) {
              System.out.println("main ends with " + ended.getCause().getClass().getSimpleName());
            }
            Files.write(Path.of(program + ".txt"), printed.toByteArray());
          }
          System.setOut(out);
          Seams.requireActive();
          Seams.ledger().errorTexts().forEach(System.out::println);
        }
      }
      """;

  /** What the page says of the option, so that a clause is switched off soon. */
  private static final String OPTION = "-Dtenon.clause.quarantine=1";

  @TempDir static Path directory;

  @BeforeAll
  static void run_all_programs() {
    List<Rule> rules = PAGE.runnable();
    ForkedJvm jvm = Product.processed(directory).compilerOptions("-g").flags(OPTION).source(DRIVER);
    for (Rule rule : rules) {
      jvm.source(rule.program().name() + "/Main.java", rule.program().source());
    }
    String[] programs = rules.stream().map(rule -> rule.program().name()).toArray(String[]::new);
    ForkedJvm.Run run = jvm.compile().run("driver.Driver", programs);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).as("errors of Tenon itself").isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_program_prints_what_the_page_says() {
    return PAGE.runnable().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.title(), () -> assertPrinted(rule)));
  }

  private static void assertPrinted(Rule rule) throws IOException {
    Path printed = directory.resolve(rule.program().name() + ".txt");
    assertThat(Files.readString(printed, UTF_8).replace("\r\n", "\n"))
        .as("what the example of '%s' in docs/semantics.md prints", rule.title())
        .isEqualTo(rule.printed().get(0));
  }

  @Test
  void every_rule_has_its_words_one_program_and_what_it_prints() {
    assertThat(PAGE.rules())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            rule -> {
              assertThat(rule.programs()).as(rule.title()).hasSize(1);
              assertThat(rule.printed()).as(rule.title()).hasSize(1);
              assertThat(rule.printed().get(0)).as(rule.title()).isNotBlank();
              assertThat(rule.prose()).as(rule.title()).isGreaterThan(10);
            });
    assertThat(PAGE.parts()).hasSizeGreaterThan(6);
  }

  @Test
  void every_program_is_small_and_has_a_package_of_its_own() {
    assertThat(PAGE.rules())
        .extracting(rule -> rule.program().name())
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).isNotEmpty());
    assertThat(PAGE.rules())
        .allSatisfy(
            rule -> assertThat(rule.program().source().lines().count()).isBetween(10L, 45L));
  }
}
