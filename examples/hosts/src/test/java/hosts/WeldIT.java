package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weld: client proxies and intercepted subclasses are no parties, and report nothing twice. */
class WeldIT {

  /** What makes beans of the application. */
  private static final Map<String, String> BEANS =
      Map.of(
          "public class Safe ",
          "@jakarta.enterprise.context.ApplicationScoped @server.Audited public class Safe ",
          "public class GoldRates ",
          "@jakarta.enterprise.context.ApplicationScoped public class GoldRates ",
          "public Till(",
          "@jakarta.inject.Inject public Till(");

  @TempDir private Path directory;

  @Test
  void beans_are_judged_behind_their_proxies() {
    List<Path> weld = Application.host("weld");
    List<Path> path = new ArrayList<>(weld);
    path.addAll(Application.core());
    path.add(
        new Application(directory.resolve("application"), "till", "http", "weld")
            .with(weld)
            .compile(BEANS));
    try (Host host = Host.start(directory, "-cp", Application.path(path), "server.WeldServer")) {
      Traffic.pass(host, "/till");
      Traffic.assertRecorded(host.get("/till"));

      Host.Ended ended = host.end();
      Traffic.assertClean(ended);
      assertThat(ended.log())
          .containsPattern("vault .*Proxy.*_WeldClientProxy")
          .containsPattern("rates .*Proxy.*_WeldClientProxy")
          .contains("audited 200");
    }
  }
}
