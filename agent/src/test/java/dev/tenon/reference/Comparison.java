package dev.tenon.reference;

import dev.tenon.reference.Interpreter.Door;
import dev.tenon.reference.given.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Runs random programs at both doors and compares each step with the interpreter's. */
final class Comparison {

  private static final int BATCH = 100;

  private final LongFunction<Specimen> making;
  private final Path directory;
  private final List<String> disagreements = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  private Comparison(LongFunction<Specimen> making, Path directory) {
    this.making = making;
    this.directory = directory;
  }

  /**
   * What came out.
   *
   * @param disagreements with program, step, and both lines; empty when all is well
   * @param counts how many steps ended how, by door
   */
  record Findings(List<String> disagreements, Map<String, Integer> counts) {}

  static Findings of(LongFunction<Specimen> making, int programs, long seed, Path directory)
      throws Exception {
    Comparison comparison = new Comparison(making, directory);
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Void>> batches = new ArrayList<>();
      for (int i = 0; i < programs; i += BATCH) {
        long first = seed + i;
        int size = Math.min(BATCH, programs - i);
        batches.add(() -> comparison.batch(first, size));
      }
      for (Future<Void> batch : workers.invokeAll(batches)) {
        batch.get();
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    } finally {
      workers.shutdownNow();
    }
    return new Findings(comparison.disagreements, comparison.counts);
  }

  private Void batch(long first, int size) throws IOException, InterruptedException {
    List<Specimen> programs = new ArrayList<>();
    for (long seed = first; seed < first + size; seed++) {
      programs.add(making.apply(seed));
    }
    Workbench workbench = new Workbench(directory.resolve("batch" + first));
    workbench.compile(programs);
    for (Door door : Door.values()) {
      compare(programs, door, workbench.run(door));
    }
    delete(workbench.directory());
    return null;
  }

  private synchronized void compare(List<Specimen> programs, Door door, List<String> actual) {
    int line = 0;
    for (Specimen program : programs) {
      List<Happening> expected = program.expected(door);
      boolean agrees = true;
      for (int i = 0; i < expected.size(); i++) {
        String wanted = program.name() + " " + i + " " + expected.get(i).line();
        String found = line < actual.size() ? actual.get(line) : "nothing";
        boolean isSameStep = found.startsWith(program.name() + " " + i + " ");
        line += isSameStep ? 1 : 0;
        if (agrees && !wanted.equals(found)) {
          agrees = false;
          disagreements.add(disagreement(program, door, i, wanted, found));
        }
        count(program, i, expected.get(i), door);
      }
      line +=
          line < actual.size() && actual.get(line).startsWith(program.name() + " failed") ? 1 : 0;
      add("programs " + door);
    }
    // What Tenon swallowed while these programs ran is an error of Tenon's.
    String last = actual.isEmpty() ? "nothing" : actual.get(actual.size() - 1);
    if (!last.equals(Replay.ERRORS + "0 []")) {
      disagreements.add(programs.get(0).name() + " and following, " + door + ": " + last);
    }
  }

  private void count(Specimen program, int step, Happening happening, Door door) {
    if (program.isSwitch(step)) {
      add("switches " + door);
      return;
    }
    add("calls " + door);
    String way = program.way(step);
    if (!way.isEmpty()) {
      add("through " + way + " " + door);
    }
    String ending = happening.ending().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    add(ending + " " + door);
    for (Report report : happening.records()) {
      String received = received(happening.ending(), report);
      String latent = report.isLatent() ? " latent" : "";
      add(
          report.blamed()
              + (report.cause().isEmpty() || report.cause().equals(Report.THREW)
                  ? ""
                  : " " + report.cause())
              + latent
              + " "
              + report.kind()
              + received
              + door);
      if (!report.also().isEmpty()) {
        add("with others false " + door);
      }
      if (!report.unevaluable().isEmpty()) {
        add("with others not evaluable " + door);
      }
    }
  }

  /** What the client has of a violation. */
  private static String received(Happening.Ending ending, Report report) {
    if (ending instanceof Happening.Violated violated && violated.report() == report) {
      return " thrown ";
    }
    boolean isCarried =
        ending instanceof Happening.Threw threw
            && threw.carried().filter(carried -> carried == report).isPresent();
    return isCarried ? " carried " : " recorded ";
  }

  private void add(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private static String disagreement(
      Specimen program, Door door, int step, String wanted, String found) {
    StringBuilder text = new StringBuilder();
    text.append(program.name()).append(" at the door ").append(door).append(", step ").append(step);
    text.append("\n  expected ").append(wanted).append("\n  actual   ").append(found);
    program.modes().forEach(setting -> text.append("\n  ").append(setting));
    program.sources().values().forEach(source -> text.append("\n").append(source));
    return text.toString();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
