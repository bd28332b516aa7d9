package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embedded Tomcat: web applications come and go, and each has its own contracts. */
class TomcatIT {

  /** With what Tomcat looks through for leaks, whenever an application is stopped. */
  private static final List<String> FLAGS =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
          // Newer JDKs keep softly what older ones keep strongly.
          "-XX:SoftRefLRUPolicyMSPerMB=0");

  private static final String TOO_LITTLE =
      "CLIENT bank.Vault.withdraw some shop.Till.pay iron.Safe";
  private static final long MEGABYTE = 1_048_576;

  @TempDir private Path directory;

  private Path server;

  @BeforeEach
  void compile_the_server() {
    server = new Application(directory.resolve("server"), "tomcat").with(tomcat()).compile();
  }

  private static List<Path> tomcat() {
    return Application.host("tomcat");
  }

  @Test
  void web_applications_with_their_own_core_have_their_own_contracts() throws IOException {
    String any = webapp("any", "amount > 0", Application.core());
    String more = webapp("more", "amount > 10", Application.core());
    try (Host host = start(List.of(), any, more)) {
      Traffic.pass(host, "/any/till");
      Traffic.assertRecorded(host.get("/any/till"));

      assertThat(host.get("/any/till?5")).isEqualTo("paid 10");
      assertThat(host.get("/more/till?5")).isEqualTo(TOO_LITTLE);
      assertThat(host.get("/more/till")).contains("1 violation (1 client)");
      Traffic.assertClean(host.end());
    }
  }

  /** As a server's own library, with a seam in it of which each application has a supplier. */
  @Test
  void web_applications_that_share_core_have_their_own_contracts() throws IOException {
    Path rates = new Application(directory.resolve("rates"), "till/rates").compile();
    String any = webapp("any", "amount > 0", List.of(), rates);
    String more = webapp("more", "amount > 10", List.of(), rates);
    List<Path> shared = new ArrayList<>(Application.core());
    shared.add(rates);
    try (Host host = start(shared, any, more)) {
      Traffic.pass(host, "/any/till");
      Traffic.assertRecorded(host.get("/any/till"));

      assertThat(host.get("/any/till?5")).isEqualTo("paid 10");
      assertThat(host.get("/more/till?5")).isEqualTo(TOO_LITTLE);
      assertThat(host.get("/more/till")).contains("41 violations (21 client, 20 supplier)");
      Traffic.assertClean(host.end());
    }
  }

  @Test
  void fifty_deployments_leave_nothing_behind() throws IOException {
    String once = webapp("once", "amount > 0", Application.core());
    try (Host host = start(List.of(), "again", "50", once)) {
      Host.Ended ended = host.end();

      Traffic.assertClean(ended);
      for (int amount : new int[] {20, -1, 13, 2_000, 500}) {
        assertThat(ended.log().lines()).filteredOn(Traffic.answer(amount)::equals).hasSize(50);
      }
      assertThat(ended.log()).doesNotContain("alive after undeploy");
      List<Long> metaspace = numbers(ended.log(), "metaspace ");
      assertThat(metaspace).hasSize(5);
      assertThat(metaspace.get(4) - metaspace.get(1)).isLessThan(MEGABYTE);
    }
  }

  private static List<Long> numbers(String log, String label) {
    return log.lines()
        .filter(line -> line.startsWith(label))
        .map(line -> Long.valueOf(line.substring(label.length())))
        .toList();
  }

  private String webapp(String name, String condition, List<Path> libraries, Path... shared)
      throws IOException {
    Path root = Files.createDirectories(directory.resolve(name));
    List<String> folders = new ArrayList<>(List.of("till/bank", "till/iron", "till/gold"));
    folders.addAll(List.of("till/shop", "servlet"));
    if (shared.length == 0) {
      folders.add("till/rates");
    }
    new Application(root.resolve("WEB-INF/classes"), folders.toArray(new String[0]))
        .with(tomcat())
        .with(List.of(shared))
        .compile(Map.of("amount > 0", condition));
    Path lib = Files.createDirectories(root.resolve("WEB-INF/lib"));
    for (Path library : libraries) {
      Files.copy(library, lib.resolve(library.getFileName()));
    }
    return root.toString();
  }

  private Host start(List<Path> shared, String... arguments) {
    List<Path> path = new ArrayList<>(tomcat());
    path.add(server);
    path.addAll(shared);
    List<String> command = new ArrayList<>(FLAGS);
    command.addAll(List.of("-cp", Application.path(path), "server.TomcatServer"));
    command.addAll(List.of(arguments));
    return Host.start(directory, command.toArray(new String[0]));
  }
}
