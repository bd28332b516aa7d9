package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embedded Jetty: two applications with contracts of their own for interfaces of one name. */
class JettyIT {

  @TempDir private Path directory;

  @Test
  void each_application_is_judged_by_its_own_contracts() {
    Path server = new Application(directory.resolve("server"), "jetty").with(host()).compile();
    List<Path> path = new ArrayList<>(host());
    // Jetty logs through the SLF4J that it sees.
    path.addAll(Application.logging());
    path.add(server);
    try (Host host =
        Host.start(
            directory,
            "-cp",
            Application.path(path),
            "server.JettyServer",
            application("any", "amount > 0"),
            application("more", "amount > 10"))) {
      Traffic.pass(host, "/any/till");
      Traffic.assertRecorded(host.get("/any/till"));

      assertThat(host.get("/any/till?5")).isEqualTo("paid 10");
      assertThat(host.get("/more/till?5")).startsWith("CLIENT bank.Vault.withdraw some ");
      assertThat(host.get("/more/till")).contains("1 violation (1 client)");
      Traffic.assertClean(host.end());
    }
  }

  private String application(String name, String condition) {
    List<Path> path = new ArrayList<>(Application.core());
    path.add(
        new Application(directory.resolve(name), "till", "servlet")
            .with(host())
            .compile(Map.of("amount > 0", condition)));
    return "/" + name + "=" + Application.path(path);
  }

  private static List<Path> host() {
    return Application.host("jetty");
  }
}
