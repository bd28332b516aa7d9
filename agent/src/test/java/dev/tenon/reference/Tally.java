package dev.tenon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.reference.Interpreter.Door;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What a {@link LongRun} in a JVM of its own counted.
 *
 * @param counts how often what was seen
 * @param said all that it printed
 */
record Tally(Map<String, Integer> counts, String said) {

  static final Tally EMPTY = new Tally(Map.of(), "");

  /** The system property that says how many programs. */
  static final String PROGRAMS = "tenon.reference.programs";

  /** Much more than a machine of today needs. */
  private static int patienceInMinutes(int programs) {
    return 5 + programs / 50;
  }

  static Tally of(Path directory, int programs, long seed, String kind)
      throws IOException, InterruptedException {
    Path out = directory.resolve("out.txt");
    List<String> command = new ArrayList<>(Workbench.JAVA);
    command.add("-D" + Workbench.AGENT + "=" + System.getProperty(Workbench.AGENT));
    command.add("-Djava.io.tmpdir=" + directory);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), LongRun.class.getName()));
    command.addAll(List.of(Integer.toString(programs), Long.toString(seed), "2", kind));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.redirectOutput(out.toFile()).start();
    boolean ended = process.waitFor(patienceInMinutes(programs), TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    String said = Files.readString(out);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    Map<String, Integer> counts = new TreeMap<>();
    said.lines()
        .dropWhile(line -> !line.equals(LongRun.COUNTED))
        .skip(1)
        .forEach(
            counted -> {
              String[] parts = counted.split(" ", 2);
              counts.put(parts[1], Integer.valueOf(parts[0]));
            });
    System.out.println(counts);
    return new Tally(counts, said);
  }

  int count(String what, Door door) {
    return counts.getOrDefault(what + " " + door, 0);
  }
}
