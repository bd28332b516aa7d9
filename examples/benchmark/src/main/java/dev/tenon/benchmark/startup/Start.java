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
 * One way to start a JVM, and the best that was seen of it: the least processor time, the least
 * time on the clock, and the least of the peaks of resident memory.
 */
final class Start {

  private static final long WATCHED_EVERY_MS = 2;

  private static final long MOST_SECONDS = 300;

  private final String application;
  private final String agent;
  private final List<String> command = new ArrayList<>();
  private long processor = Long.MAX_VALUE;
  private long clock = Long.MAX_VALUE;
  private long memory = Long.MAX_VALUE;

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
    return processor;
  }

  /** In milliseconds, likewise. */
  long clock() {
    return clock;
  }

  /** In MiB; 0 where the system does not tell. */
  long memory() {
    return memory;
  }

  /** How many times the processor time of another. */
  double over(Start other) {
    return (double) processor / other.processor;
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
      clock = Math.min(clock, (System.nanoTime() - from) / 1_000_000);
      processor = Math.min(processor, used);
      memory = Math.min(memory, held);
    } finally {
      Files.delete(said);
    }
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
