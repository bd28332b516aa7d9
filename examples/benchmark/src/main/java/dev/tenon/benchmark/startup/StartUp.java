package dev.tenon.benchmark.startup;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts JVMs that load nothing, or 5,000 classes from 60 jars, or are a Spring Boot application,
 * without an agent, with one that changes nothing, and with Tenon. They take turns, so that a
 * disturbed minute disturbs all rows; of each row the median counts.
 */
public final class StartUp implements AutoCloseable {

  private final Path agent;
  private final Path directory;
  private final Workload workload;
  private final List<Start> starts = new ArrayList<>();

  /**
   * Measures, and prints the table.
   *
   * @param agent the agent's jar
   * @param rounds how often each is started
   * @param application the executable jar of a Spring Boot application with Tenon in it, or null
   * @throws IOException if a jar cannot be written, or a JVM not be started
   * @throws InterruptedException if interrupted
   */
  public static void measure(Path agent, int rounds, @Nullable Path application)
      throws IOException, InterruptedException {
    try (StartUp starts = new StartUp(agent)) {
      if (application != null) {
        starts.add(application);
      }
      for (int round = 0; round < rounds; round++) {
        starts.round();
      }
      starts.print();
    }
  }

  /**
   * Makes what is started.
   *
   * @param agent the agent's jar
   * @throws IOException if the jars cannot be written
   */
  StartUp(Path agent) throws IOException {
    this.agent = agent;
    this.directory = Files.createTempDirectory("tenon-start-up");
    this.workload = new Workload(directory);
    List<Path> jars = workload.write();
    jars.add(0, workload.application());
    List<Path> withTenon = new ArrayList<>(jars);
    withTenon.addAll(libraries());
    for (int classes : new int[] {0, Workload.LOADED}) {
      String what = String.format(Locale.ROOT, "%,d classes", classes);
      addEach(what, loading(classes, jars));
      add(
          what,
          "**Tenon, with its libraries and seams beside**",
          tenon(),
          loading(classes, withTenon));
    }
  }

  /**
   * Adds an executable jar of Spring Boot, which is started until its context is there.
   *
   * @param jar the jar, with Tenon in it
   */
  private void add(Path jar) throws IOException {
    addEach(
        jar.getFileName().toString(),
        List.of(
            "-Dspring.context.exit=onRefresh",
            "-jar",
            jar.toString(),
            "--server.port=0",
            "--spring.main.banner-mode=off"));
  }

  private void addEach(String application, List<String> arguments) throws IOException {
    add(application, "none", List.of(), arguments);
    add(
        application,
        "one that changes nothing",
        List.of("-javaagent:" + workload.nullTransformer()),
        arguments);
    add(application, "**Tenon**", tenon(), arguments);
  }

  private void add(String application, String with, List<String> options, List<String> arguments) {
    List<String> all = new ArrayList<>(options);
    all.addAll(arguments);
    starts.add(new Start(application, with, all));
  }

  private List<String> tenon() {
    return List.of("-javaagent:" + agent + "=banner=false");
  }

  private static List<String> loading(int classes, List<Path> classPath) {
    return List.of(
        "-cp",
        String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()),
        Loading.class.getName(),
        Integer.toString(classes));
  }

  /** This program with its seams, and what it needs of Tenon. */
  private static List<Path> libraries() throws IOException {
    List<Path> libraries = new ArrayList<>();
    Path own =
        Path.of(
            URI.create(
                StartUp.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    libraries.add(own);
    try (Stream<Path> beside = Files.list(own.resolveSibling("lib"))) {
      libraries.addAll(
          beside.filter(each -> each.getFileName().toString().matches("(tenon|slf4j).*")).toList());
    }
    return libraries;
  }

  /**
   * Starts each once more.
   *
   * @throws IOException if one cannot be started
   * @throws InterruptedException if interrupted
   */
  void round() throws IOException, InterruptedException {
    for (Start start : starts) {
      start.run();
    }
  }

  /** The ways to start, in the order of the table: of each application first that without agent. */
  List<Start> starts() {
    return starts;
  }

  /** Prints the table. */
  private void print() {
    System.out.printf("%n| started | agent | CPU ms | x none | ms | x none | MiB | over none |%n");
    System.out.printf("|---|---|---|---|---|---|---|---|%n");
    Start none = starts.get(0);
    for (Start start : starts) {
      none = start.application().equals(none.application()) ? none : start;
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %,d | %.2f | %,d | %.2f | %d | %+d |%n",
          start.application(),
          start.agent(),
          start.processor(),
          start.over(none),
          start.clock(),
          (double) start.clock() / none.clock(),
          start.memory(),
          start.memory() - none.memory());
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      walk.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
