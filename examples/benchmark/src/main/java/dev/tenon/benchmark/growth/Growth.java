package dev.tenon.benchmark.growth;

import dev.tenon.benchmark.Jvm;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the cost of contracts grows with seams and with classes, what a violation costs that is the
 * first of its kind, what a storm of violations leaves behind, and what compiling clauses costs.
 */
public final class Growth {

  private static final int CLAUSES = 5;
  private static final int STORM = 200_000;

  private final Path agent;
  private final Path processor;
  private final int runs;

  /**
   * A measurement.
   *
   * @param agent the agent's jar
   * @param processor the processor's jar
   * @param runs how often each row is run; the least of its figures count
   */
  public Growth(Path agent, Path processor, int runs) {
    this.agent = agent;
    this.processor = processor;
    this.runs = runs;
  }

  /**
   * Measures, and prints the tables.
   *
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if interrupted
   */
  public void run() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("tenon-growth");
    try {
      grow(directory);
      compile(Files.createDirectory(directory.resolve("compiled")));
    } finally {
      try (Stream<Path> walk = Files.walk(directory)) {
        walk.sorted((one, other) -> other.compareTo(one)).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private void grow(Path directory) throws IOException, InterruptedException {
    List<Cell> cells = new ArrayList<>();
    for (Sources sources :
        List.of(
            new Sources(1, 1, CLAUSES),
            new Sources(100, 1, CLAUSES),
            new Sources(1_000, 1, CLAUSES),
            new Sources(1, 1_000, CLAUSES))) {
      Path output =
          Files.createDirectory(directory.resolve(sources.seams() + "x" + sources.suppliers()));
      sources.compile(compiling(true), output);
      cells.add(new Cell(sources, output, false));
      cells.add(new Cell(sources, output, true));
    }
    for (int run = 0; run < runs; run++) {
      for (Cell cell : cells) {
        cell.run(agent);
      }
    }
    say(
        "%n| seams | classes | agent | first calls, CPU ms | us each | memory, MB | first violation"
            + " of all, us | of its kind, us: median | most | %,d violations, + MB |%n"
            + "|---|---|---|---|---|---|---|---|---|---|%n",
        STORM);
    cells.forEach(Cell::print);
  }

  private void compile(Path output) throws IOException {
    Sources sources = new Sources(200, 1, 20);
    long without = Long.MAX_VALUE;
    long with = Long.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      without = Math.min(without, time(sources, compiling(false), output));
      with = Math.min(with, time(sources, compiling(true), output));
    }
    say("%n| compiling 200 seams with 20 clauses each | CPU ms |%n|---|---|%n");
    say("| without the processor | %,d |%n| with it | %,d |%n", without, with);
  }

  private static long time(Sources sources, List<String> options, Path output) throws IOException {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    sources.compile(options, output);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
  }

  /** The options of a compiler. */
  List<String> compiling(boolean clauses) {
    List<String> options = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
    options.addAll(
        clauses
            ? List.of(
                "-processor",
                "dev.tenon.processor.TenonProcessor",
                "-processorpath",
                processor + File.pathSeparator + System.getProperty("java.class.path"))
            : List.of("-proc:none"));
    return options;
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  /** One kind of JVM, and of each of its figures the least that was seen. */
  private static final class Cell {

    private final Sources sources;
    private final Path classes;
    private final boolean woven;
    private final List<Long> least = new ArrayList<>();

    Cell(Sources sources, Path classes, boolean woven) {
      this.sources = sources;
      this.classes = classes;
      this.woven = woven;
    }

    void run(Path agent) throws IOException, InterruptedException {
      List<String> options =
          new ArrayList<>(
              List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"));
      if (woven) {
        options.add("-javaagent:" + agent.toAbsolutePath() + "=banner=false");
      }
      String said =
          Jvm.said(
              options,
              classes + File.pathSeparator + System.getProperty("java.class.path"),
              Growing.class.getName(),
              Integer.toString(suppliers()),
              Boolean.toString(woven),
              Integer.toString(STORM));
      String[] figures = said.strip().split(" ", -1);
      for (int i = 0; i < figures.length; i++) {
        long figure = Long.parseLong(figures[i]);
        if (least.size() == i) {
          least.add(figure);
        }
        least.set(i, Math.min(least.get(i), figure));
      }
    }

    void print() {
      say(
          "| %,d | %,d | %s | %.1f | %,.1f | %.1f |",
          sources.seams(),
          suppliers(),
          woven ? "Tenon" : "none",
          least.get(0) / 1_000.0,
          least.get(0) / (double) suppliers(),
          least.get(1) / 1_024.0);
      if (woven) {
        say(
            " %,d | %,d | %,d | %.1f |%n",
            least.get(2), least.get(3), least.get(4), least.get(5) / 1_024.0);
      } else {
        say(" | | | |%n");
      }
    }

    private int suppliers() {
      return sources.seams() * sources.suppliers();
    }
  }
}
