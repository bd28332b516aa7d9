package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other agents beside this one, in each order in which a command line may name them. */
class AgentsIT {

  private static final Pattern STAND_IN = Pattern.compile("^(supplier|spy|mock): ");
  private static final String VIOLATIONS = "Tenon: 6 violations (3 client, 3 supplier)";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opentelemetry tenon",
        "tenon opentelemetry",
        "jacoco opentelemetry tenon",
        "jacoco tenon opentelemetry",
        "opentelemetry jacoco tenon",
        "opentelemetry tenon jacoco",
        "tenon jacoco opentelemetry",
        "tenon opentelemetry jacoco"
      })
  void a_web_application_is_judged_whatever_else_changes_it(String order) throws IOException {
    Tomcat tomcat = new Tomcat(directory);
    String once = tomcat.application("once", "amount > 0");
    List<String> flags = agents(order);
    flags.add("-Dotel.traces.exporter=console");
    flags.add("-Dotel.metrics.exporter=none");
    flags.add("-Dotel.logs.exporter=none");
    try (Host host = tomcat.start(flags, List.of(), once)) {
      Traffic.pass(host, "/once/till");
      Traffic.assertRecorded(host.get("/once/till"));

      Host.Ended ended = host.end();
      Traffic.assertClean(ended);
      assertThat(ended.log()).contains("'GET /once/till'");
      assertThat(Files.exists(directory.resolve("jacoco.exec")))
          .isEqualTo(order.contains("jacoco"));
    }
  }

  /**
   * With no agent of its own Mockito attaches itself to the running JVM. Nothing is thrown at a
   * mock of an interface: it has no body.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenon",
        "mockito tenon",
        "tenon mockito",
        "jacoco mockito tenon",
        "tenon mockito jacoco"
      })
  void spies_made_inline_are_judged_as_what_they_spy_on(String order) {
    List<Path> mockito = Application.host("mockito");
    List<Path> path = new ArrayList<>(mockito);
    path.addAll(Application.core());
    path.add(
        new Application(directory.resolve("application"), "till", "mocks").with(mockito).compile());
    List<String> command = agents(order);
    command.add("-XX:+EnableDynamicAgentLoading");
    command.addAll(List.of("-cp", Application.path(path), "server.Mocks"));
    try (Host host = Host.launch(directory, command)) {
      Host.Ended ended = host.end();

      Traffic.assertClean(ended);
      assertThat(ended.log().lines())
          .filteredOn(line -> STAND_IN.matcher(line).find())
          .containsExactly(
              "supplier: " + Traffic.answer(20),
              "supplier: " + Traffic.answer(-1),
              "supplier: " + Traffic.answer(13),
              "spy: " + Traffic.answer(20),
              "spy: " + Traffic.answer(-1),
              "spy: " + Traffic.answer(13),
              "mock: paid 0",
              "mock: paid 0",
              "mock: paid 0",
              "supplier: " + Traffic.answer(20),
              "supplier: " + Traffic.answer(-1),
              "supplier: " + Traffic.answer(13));
      assertThat(ended.log()).contains(VIOLATIONS).doesNotContain("contained error");
    }
  }

  private List<String> agents(String order) {
    return new ArrayList<>(Arrays.stream(order.split(" ")).map(this::agent).toList());
  }

  private String agent(String name) {
    Path hosts = Path.of(System.getProperty("hosts.directory"));
    return switch (name) {
      case "tenon" -> Host.agent("");
      case "jacoco" ->
          "-javaagent:"
              + hosts.resolve("agents/org.jacoco.agent-runtime.jar")
              + "=destfile="
              + directory.resolve("jacoco.exec");
      case "opentelemetry" -> "-javaagent:" + hosts.resolve("agents/opentelemetry-javaagent.jar");
      case "mockito" -> "-javaagent:" + hosts.resolve("mockito/mockito-core.jar");
      default -> throw new IllegalArgumentException(name);
    };
  }
}
