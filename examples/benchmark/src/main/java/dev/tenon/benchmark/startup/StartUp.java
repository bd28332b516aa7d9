package dev.tenon.benchmark.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Starts JVMs that load nothing, or 5,000 classes from 60 jars, without an agent, with one that
 * changes nothing, and with Tenon. They take turns, so that a disturbed minute disturbs all rows;
 * of each row the best run counts.
 */
public final class StartUp {

  private final Path agent;
  private final int runs;

  /**
   * A measurement.
   *
   * @param agent the agent's jar
   * @param runs how often each row is run
   */
  public StartUp(Path agent, int runs) {
    this.agent = agent;
    this.runs = runs;
  }

  /**
   * Measures, and prints the table.
   *
   * @throws IOException if the jars cannot be written
   * @throws InterruptedException if interrupted
   */
  public void run() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("tenon-start-up");
    try {
      List<Row> rows = rows(new Workload(directory));
      for (int run = 0; run < runs; run++) {
        for (Row row : rows) {
          row.run();
        }
      }
      print(rows);
    } finally {
      try (Stream<Path> walk = Files.walk(directory)) {
        walk.sorted((one, other) -> other.compareTo(one)).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private List<Row> rows(Workload workload) throws IOException {
    List<Path> jars = workload.write();
    jars.add(0, workload.application());
    List<Path> withTenon = new ArrayList<>(jars);
    withTenon.addAll(libraries());
    List<String> nothing = List.of("-javaagent:" + workload.nullTransformer());
    List<String> tenon = List.of("-javaagent:" + agent + "=banner=false");
    List<Row> rows = new ArrayList<>();
    for (int classes : new int[] {0, Workload.LOADED}) {
      rows.add(new Row(classes, "none", List.of(), jars));
      rows.add(new Row(classes, "one that changes nothing", nothing, jars));
      rows.add(new Row(classes, "Tenon", tenon, jars));
      rows.add(new Row(classes, "Tenon, with its libraries and seams beside", tenon, withTenon));
    }
    return rows;
  }

  /** This program with its seams, and what it needs of Tenon. */
  private static List<Path> libraries() {
    List<Path> libraries = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path own = Path.of(each);
      libraries.add(own);
      File[] beside = own.resolveSibling("lib").toFile().listFiles();
      for (File library : beside == null ? new File[0] : beside) {
        if (library.getName().matches("(tenon|slf4j).*")) {
          libraries.add(library.toPath());
        }
      }
    }
    return libraries;
  }

  private static void print(List<Row> rows) {
    System.out.printf("%n| classes | agent | CPU ms | x none | ms | x none |%n");
    System.out.printf("|---|---|---|---|---|---|%n");
    Row none = rows.get(0);
    for (Row row : rows) {
      none = row.classes == none.classes ? none : row;
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %,d | %.2f | %,d | %.2f |%n",
          row.classes,
          row.name,
          row.processor,
          (double) row.processor / none.processor,
          row.clock,
          (double) row.clock / none.clock);
    }
  }

  /** One way to start, and the best that was seen of it. */
  private static final class Row {

    private final int classes;
    private final String name;
    private final List<String> command = new ArrayList<>();
    private long processor = Long.MAX_VALUE;
    private long clock = Long.MAX_VALUE;

    Row(int classes, String name, List<String> options, List<Path> classPath) {
      this.classes = classes;
      this.name = name;
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.add("-cp");
      command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
      command.add(Loading.class.getName());
      command.add(Integer.toString(classes));
    }

    void run() throws IOException, InterruptedException {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      int exit = process.waitFor();
      clock = Math.min(clock, (System.nanoTime() - start) / 1_000_000);
      if (exit != 0 || !said.startsWith(classes + " ")) {
        throw new IllegalStateException(name + ": exit " + exit + ", " + said);
      }
      processor = Math.min(processor, Long.parseLong(said.substring(said.indexOf(' ') + 1)));
    }
  }
}
