package dev.tenon.benchmark.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One way to start a JVM, and the medians of its runs: of the processor time, the time on the
 * clock, and the peak of resident memory. Not the least: how much the JVM compiles before it ends
 * is a matter of chance, and the luckiest run of one way is no measure for another.
 */
final class Start {

  private static final long WATCHED_EVERY_MS = 2;

  private static final long MOST_SECONDS = 300;

  private final String application;
  private final String agent;
  private final List<String> command = new ArrayList<>();
  private final List<Long> processor = new ArrayList<>();
  private final List<Long> clock = new ArrayList<>();
  private final List<Long> memory = new ArrayList<>();

  /**
   * A way to start.
   *
   * @param application what is started, for the table
   * @param agent which agent is attached, for the table
   * @param arguments of the JVM
   */
  Start(String application, String agent, List<String> arguments) {
    this.application = application;
    this.agent = agent;
    this.command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    this.command.addAll(arguments);
  }

  String application() {
    return application;
  }

  String agent() {
    return agent;
  }

  /** In milliseconds, until the process has ended. */
  long processor() {
    return median(processor);
  }

  /** In milliseconds, likewise. */
  long clock() {
    return median(clock);
  }

  /** In MiB; 0 where the system does not tell. */
  long memory() {
    return median(memory);
  }

  /** How many times the processor time of another. */
  double over(Start other) {
    return (double) processor() / other.processor();
  }

  /** Starts once more. */
  void run() throws IOException, InterruptedException {
    Path said = Files.createTempFile("tenon-start", ".log");
    try {
      long from = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      long used = 0;
      long held = 0;
      do {
        used = Math.max(used, process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
        held = Math.max(held, peak(process.pid()));
        if (System.nanoTime() - from > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
          process.destroyForcibly();
        }
      } while (!process.waitFor(WATCHED_EVERY_MS, TimeUnit.MILLISECONDS));
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            "exit "
                + process.exitValue()
                + " of "
                + command
                + ": "
                + Files.readString(said, UTF_8));
      }
      clock.add((System.nanoTime() - from) / 1_000_000);
      processor.add(used);
      memory.add(held);
    } finally {
      Files.delete(said);
    }
  }

  private static long median(List<Long> runs) {
    return runs.stream().sorted().skip((runs.size() - 1) / 2).findFirst().orElseThrow();
  }

  /** The most that a process has had resident so far, in MiB. */
  private static long peak(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException ended) {
      // Or a system that has no such file.
    }
    return 0;
  }
}
