package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host in a JVM of its own. It says its port, and ends with its standard input. */
final class Host implements AutoCloseable {

  /** What a host left behind: how it ended, and all that it wrote. */
  record Ended(int exit, String log) {}

  private static final Pattern READY =
      Pattern.compile("(?:ready |Payara Micro URLs:\\s+http://[^:/]+:)(\\d+)");
  private static final int MOST_SECONDS = 240;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;

  private Host(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** The flag that attaches the agent, with its arguments: empty, or from the equals sign on. */
  static String agent(String arguments) {
    return "-javaagent:" + System.getProperty("tenon.agent.jar") + arguments;
  }

  /** Starts a JVM with the agent. */
  static Host start(Path directory, String... command) {
    List<String> all = new ArrayList<>(List.of(agent("")));
    all.addAll(List.of(command));
    return launch(directory, all);
  }

  /** Starts a JVM. */
  static Host launch(Path directory, List<String> command) {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Started quickly rather than run quickly; in the language that the tests read.
    all.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=en"));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TENON_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    Path log = directory.resolve("log.txt");
    try {
      return new Host(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** What it answers to a path; it has started by then. */
  String get(String path) {
    URI uri = URI.create("http://localhost:" + port() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(1)).build();
    try {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException failed) {
      throw new IllegalStateException(said(), failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private String port() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (System.nanoTime() < end) {
      Matcher ready = READY.matcher(said());
      if (ready.find()) {
        return ready.group(1);
      }
      if (hasEnded(50)) {
        break;
      }
    }
    throw new AssertionError("did not start:\n" + said());
  }

  /** Waits for its end, which comes by itself or because nobody talks to it any more. */
  Ended end() {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      // It has ended before.
    }
    assertThat(hasEnded(TimeUnit.SECONDS.toMillis(MOST_SECONDS))).as(said()).isTrue();
    return new Ended(process.exitValue(), said());
  }

  /** Has it end, as an operator does, where nothing else has. */
  Ended terminate() {
    process.destroy();
    return end();
  }

  private boolean hasEnded(long milliseconds) {
    try {
      return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    hasEnded(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
  }
}
