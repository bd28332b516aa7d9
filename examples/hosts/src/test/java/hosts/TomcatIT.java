package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embedded Tomcat: web applications come and go, and each has its own contracts. */
class TomcatIT {

  private static final String TOO_LITTLE =
      "CLIENT bank.Vault.withdraw some shop.Till.pay iron.Safe";
  private static final long MEGABYTE = 1_048_576;

  @TempDir private Path directory;

  @Test
  void web_applications_with_their_own_core_have_their_own_contracts() throws IOException {
    Tomcat tomcat = new Tomcat(directory);
    String any = tomcat.application("any", "amount > 0");
    String more = tomcat.application("more", "amount > 10");
    try (Host host = start(tomcat, List.of(), any, more)) {
      assertJudgedApart(host);
      assertThat(host.get("/more/till")).contains("1 violation (1 client)");
      Traffic.assertClean(host.end());
    }
  }

  /** As a server's own library, with a seam in it of which each application has a supplier. */
  @Test
  void web_applications_that_share_core_have_their_own_contracts() throws IOException {
    Tomcat tomcat = new Tomcat(directory);
    List<Path> rates = List.of(new Application(directory.resolve("rates"), "till/rates").compile());
    String any = tomcat.application("any", "amount > 0", List.of(), rates);
    String more = tomcat.application("more", "amount > 10", List.of(), rates);
    List<Path> shared = new ArrayList<>(Application.core());
    shared.addAll(rates);
    try (Host host = start(tomcat, shared, any, more)) {
      assertJudgedApart(host);
      assertThat(host.get("/more/till")).contains("41 violations (21 client, 20 supplier)");
      Traffic.assertClean(host.end());
    }
  }

  private static void assertJudgedApart(Host host) {
    Traffic.pass(host, "/any/till");
    Traffic.assertRecorded(host.get("/any/till"));
    assertThat(host.get("/any/till?5")).isEqualTo("paid 10");
    assertThat(host.get("/more/till?5")).isEqualTo(TOO_LITTLE);
  }

  /** Tomcat itself looks for threads and thread-locals that an application leaves, and warns. */
  @Test
  void fifty_deployments_leave_nothing_behind() throws IOException {
    Tomcat tomcat = new Tomcat(directory);
    String once = tomcat.application("once", "amount > 0");
    try (Host host = start(tomcat, List.of(), "again", "50", once)) {
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

  private static Host start(Tomcat tomcat, List<Path> shared, String... arguments) {
    return tomcat.start(List.of(Host.agent("")), shared, arguments);
  }

  private static List<Long> numbers(String log, String label) {
    return log.lines()
        .filter(line -> line.startsWith(label))
        .map(line -> Long.valueOf(line.substring(label.length())))
        .toList();
  }
}
