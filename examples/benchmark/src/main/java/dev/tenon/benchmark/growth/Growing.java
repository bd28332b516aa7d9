package dev.tenon.benchmark.growth;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongBinaryOperator;

/** In a JVM of its own: calls many suppliers for the first time, then breaks their contracts. */
public final class Growing {

  private Growing() {}

  /**
   * Prints the figures of {@link Growth}, separated by spaces.
   *
   * @param arguments how many suppliers there are, whether they are woven, and how often their
   *     contracts are broken in the end
   * @throws Exception if they cannot be called
   */
  public static void main(String[] arguments) throws Exception {
    int suppliers = Integer.parseInt(arguments[0]);
    boolean woven = Boolean.parseBoolean(arguments[1]);
    int storm = Integer.parseInt(arguments[2]);
    LongBinaryOperator client =
        Class.forName(Sources.CLIENT)
            .asSubclass(LongBinaryOperator.class)
            .getConstructor()
            .newInstance();
    if (woven) {
      Seams.policy().mode("grown.*", Mode.OBSERVE);
    }
    long start = nanoseconds();
    for (int i = 0; i < suppliers; i++) {
      call(client, i, 7);
    }
    long calls = nanoseconds() - start;
    long memory = memory();
    System.out.print(calls / 1_000 + " " + memory);
    if (woven) {
      System.out.print(
          " " + violate(client, suppliers) + " " + (memory(client, suppliers, storm) - memory));
    }
    System.out.println();
  }

  /** Microseconds of the first violation of all, and the median and the longest of the others. */
  private static String violate(LongBinaryOperator client, int suppliers) {
    long before = Seams.ledger().violations();
    long[] times = new long[suppliers];
    for (int i = 0; i < suppliers; i++) {
      long start = nanoseconds();
      call(client, i, 2_000);
      times[i] = (nanoseconds() - start) / 1_000;
    }
    if (Seams.ledger().violations() - before != suppliers) {
      throw new IllegalStateException("not woven: " + Seams.ledger().summary());
    }
    long[] others = Arrays.copyOfRange(times, 1, suppliers);
    Arrays.sort(others);
    long median = others.length == 0 ? times[0] : others[others.length / 2];
    long most = others.length == 0 ? times[0] : others[others.length - 1];
    return times[0] + " " + median + " " + most;
  }

  private static long memory(LongBinaryOperator client, int suppliers, int storm)
      throws IOException {
    for (int i = 0; i < storm; i++) {
      call(client, i % suppliers, 2_000);
    }
    return memory();
  }

  private static void call(LongBinaryOperator client, int supplier, long amount) {
    long result = client.applyAsLong(supplier, amount);
    if (result != 1_000 - amount) {
      throw new IllegalStateException("supplier " + supplier + " answers " + result);
    }
  }

  /** Kilobytes that the process has, with of its heap those alone that are used. */
  private static long memory() throws IOException {
    // The heap is touched when the JVM starts, so that all of it is resident.
    System.gc();
    Runtime heap = Runtime.getRuntime();
    return resident() - heap.freeMemory() / 1_024;
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static long nanoseconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
