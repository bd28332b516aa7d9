package dev.tenon.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of tests by JUnit's launcher in JVMs of their own. */
class WholeRunIT {

  private static final String RUN =
      """
      import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
      import org.junit.platform.launcher.*;
      import org.junit.platform.launcher.core.*;
      import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
      public class Run {
        public static void main(String[] args) throws Exception {
          SummaryGeneratingListener summary = new SummaryGeneratingListener();
          try (LauncherSession session = LauncherFactory.openSession()) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(args[0])).build();
            session.getLauncher().discover(request);
            session.getLauncher().execute(request, summary);
            System.out.println("succeeded " + summary.getSummary().getTestsSucceededCount());
            summary.getSummary().getFailures().forEach(failure ->
                System.out.println("failed " + failure.getException().getMessage()));
          }
          System.out.println("closed");
        }
      }
      """;

  private static final String PASSING =
      """
      import org.junit.jupiter.api.Test;
      class Passing {
        @Test void passes() {}
      }
      """;

  private static final String REQUIRING =
      """
      import org.junit.jupiter.api.Test;
      @dev.tenon.testkit.RequiresTenon class Requiring {
        @Test void passes() {}
      }
      """;

  /** Meets a seam that no processor saw. */
  private static final String DANGLING =
      """
      import org.junit.jupiter.api.Test;
      class Dangling {
        interface Seam {
          @dev.tenon.contract.Requires("x > 0") void take(int x);
        }
        static class Taking implements Seam {
          @Override public void take(int x) {}
        }
        @Test void passes() { new Taking().take(-1); }
      }
      """;

  @TempDir private Path directory;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void compiled() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      List<Path> sources = new ArrayList<>();
      for (String text : List.of(RUN, PASSING, REQUIRING, DANGLING)) {
        String name = text.replaceAll("(?s).*?class (\\w+).*", "$1");
        sources.add(Files.writeString(directory.resolve(name + ".java"), text));
      }
      List<String> options =
          List.of("-proc:none", "-d", directory.toString(), "-cp", classPath().collect(joined()));
      assertThat(
              compiler
                  .getTask(
                      null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                  .call())
          .isTrue();
    }
  }

  @Test
  void a_class_that_requires_tenon_fails_where_no_seam_is_known() throws Exception {
    Outcome run = run("Requiring", agent());

    assertThat(run.out())
        .contains("succeeded 0")
        .contains("failed tenon is not active: no seam is known")
        .contains("closed");
  }

  @Test
  void a_run_that_requires_tenon_fails_where_no_seam_is_known() throws Exception {
    Outcome run = required().run("Passing", agent());

    assertThat(run.out()).contains("succeeded 1").doesNotContain("closed");
    assertThat(run.err()).contains("dev.tenon.required is true, and tenon is not active: no seam");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_run_that_requires_tenon_fails_without_agent() throws Exception {
    Outcome run = required().withSeams().run("Passing");

    assertThat(run.err()).contains("dev.tenon.required is true, and tenon is not active: no agent");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_run_that_requires_tenon_passes_where_it_is_active() throws Exception {
    Outcome run = required().withSeams().run("Passing", agent());

    assertThat(run.out()).contains("succeeded 1").contains("closed");
    assertThat(run.exit()).isZero();
  }

  @Test
  void a_run_that_requires_tenon_fails_for_a_seam_that_only_its_tests_met() throws Exception {
    Outcome run = required().withSeams().run("Dangling", agent());

    assertThat(run.out()).contains("succeeded 1").doesNotContain("closed");
    assertThat(run.err()).contains("Dangling$Seam: no companion (the processor did not run)");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_run_that_does_not_require_it_passes() throws Exception {
    Outcome run = run("Passing");

    assertThat(run.out()).contains("succeeded 1").contains("closed");
  }

  private boolean isWithSeams;

  private WholeRunIT withSeams() {
    isWithSeams = true;
    return this;
  }

  private WholeRunIT required() throws IOException {
    Files.writeString(
        directory.resolve("junit-platform.properties"), "dev.tenon.required = true\n");
    return this;
  }

  private static String agent() {
    return "-javaagent:" + System.getProperty("agent.jar") + "=banner=false";
  }

  private Outcome run(String test, String... flags) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", classPath().collect(joined()), "Run", test));
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("JDK_JAVA_OPTIONS");
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not end: " + command);
    }
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** That of this test, without the seams beside it unless they are asked for. */
  private Stream<String> classPath() {
    return Stream.concat(
        Stream.of(directory.toString()),
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> isWithSeams || !entry.endsWith("test-classes")));
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(File.pathSeparator);
  }
}
