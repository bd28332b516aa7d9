package library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packed application in a JVM of its own, from its start to its end.
 *
 * @param answers what each request was answered
 * @param records what Tenon recorded meanwhile, a line for each violation
 * @param status what Tenon said at the end
 * @param log what was logged
 */
record Run(
    Map<Request, Answer> answers, Map<Request, List<String>> records, String status, String log) {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final int MOST_SECONDS = 240;

  /** What changes nothing, and is asked until there were 200 requests. */
  private static final List<Request> RIGHT =
      List.of(Request.BOOK, Request.SEARCH, Request.THE_LOAN, Request.REMINDER, Request.CATALOGUE);

  private static final int MORE = 200 - Request.values().length;

  /** All that an HTTP client receives, but for the date. */
  record Answer(int status, Map<String, List<String>> headers, String body) {

    static Answer of(HttpResponse<String> response) {
      Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
      headers.remove("date");
      return new Answer(response.statusCode(), headers, response.body());
    }
  }

  /** With the agent and options of it, and with arguments of the application. */
  static Run withAgent(String options, String... arguments) {
    return of(List.of("-javaagent:" + System.getProperty("tenon.agent.jar") + options), arguments);
  }

  static Run withoutAgent(String... arguments) {
    return of(List.of(), arguments);
  }

  private static Run of(List<String> options, String... arguments) {
    try {
      Path log = Files.createTempFile("library", ".log");
      Process process = start(options, log, arguments);
      try {
        return of(process, log);
      } finally {
        process.destroy();
        process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        Files.delete(log);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process start(List<String> options, Path log, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    // Started quickly rather than run quickly.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-jar", System.getProperty("library.jar"), "--server.port=0"));
    command.add("--logging.pattern.console=%level %logger %msg%n");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TENON_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static Run of(Process process, Path log) throws IOException, InterruptedException {
    URI library = URI.create("http://localhost:" + port(process, log));
    HttpClient client = HttpClient.newHttpClient();
    Map<Request, Answer> answers = new EnumMap<>(Request.class);
    Map<Request, List<String>> records = new EnumMap<>(Request.class);
    int seen = 0;
    for (Request request : Request.values()) {
      answers.put(request, Answer.of(send(client, request.to(library))));
      List<String> violations = get(client, library, "/contracts/violations").lines().toList();
      records.put(request, violations.subList(seen, violations.size()));
      seen = violations.size();
    }
    for (int i = 0; i < MORE; i++) {
      Request request = RIGHT.get(i % RIGHT.size());
      int answered = send(client, request.to(library)).statusCode();
      assertThat(answered).as("%s", request).isEqualTo(200);
    }
    assertThat(get(client, library, "/contracts/violations").lines()).hasSize(seen);
    String status = get(client, library, "/contracts/status");
    process.destroy();
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
    return new Run(answers, records, status, text(log));
  }

  private static String get(HttpClient client, URI library, String path)
      throws IOException, InterruptedException {
    return send(client, HttpRequest.newBuilder(library.resolve(path)).build()).body();
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  private static String port(Process process, Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (process.isAlive() && System.nanoTime() < end) {
      Matcher started = PORT.matcher(text(log));
      if (started.find()) {
        return started.group(1);
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("did not start:\n" + text(log));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** The first word of each line that the log has at a level. */
  List<String> loggers(String level) {
    return log.lines()
        .filter(line -> line.startsWith(level + " "))
        .map(line -> line.split(" ", 3)[1])
        .toList();
  }
}
