package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An executable jar with a system class loader of its own. */
class SystemLoaderIT {

  @TempDir private Path directory;

  @Test
  void what_it_loads_is_judged() throws IOException {
    Path classes =
        new Application(directory.resolve("application"), "till", "http", "loader").compile();
    String libraries =
        String.join(" ", Application.core().stream().map(SystemLoaderIT::url).toList());
    Path jar =
        Application.jar(
            directory.resolve("application.jar"),
            Map.of("Main-Class", "server.Main", "Class-Path", libraries),
            classes);
    try (Host host =
        Host.start(
            directory, "-Djava.system.class.loader=loader.OwnLoader", "-jar", jar.toString())) {
      Traffic.pass(host, "/till");
      Traffic.assertRecorded(host.get("/till"));

      Host.Ended ended = host.end();
      Traffic.assertClean(ended);
      assertThat(ended.log()).contains("loaded by loader.OwnLoader");
    }
  }

  private static String url(Path path) {
    return path.toUri().toString();
  }
}
