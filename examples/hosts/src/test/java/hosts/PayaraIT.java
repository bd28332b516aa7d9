package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payara Micro, which brings a server of Jakarta EE. */
class PayaraIT {

  /** How a JVM ends that an operator has terminated. */
  private static final int TERMINATED = 143;

  @TempDir private Path directory;

  @Test
  void a_web_archive_is_judged() throws IOException {
    String once = new Tomcat(directory).application("once", "amount > 0");
    Path archive = Application.jar(directory.resolve("once.war"), Map.of(), Path.of(once));
    try (Host host =
        Host.start(
            directory,
            "-jar",
            Application.host("payara").get(0).toString(),
            "--deploy",
            archive.toString(),
            "--autoBindHttp",
            "--noCluster")) {
      Traffic.pass(host, "/once/till");
      Traffic.assertRecorded(host.get("/once/till"));

      Host.Ended ended = host.terminate();
      assertThat(ended.exit()).isEqualTo(TERMINATED);
      // It warns of certificates that have expired.
      Traffic.assertFaultless(ended.log().replace("WARNING", ""));
    }
  }
}
