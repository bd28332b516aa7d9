package dev.tenon.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVMs with this program's class path. */
public final class Jvm {

  private Jvm() {}

  /**
   * Runs one to its end, and prints what it says.
   *
   * @param options the options of the JVM
   * @param command the main class and its arguments
   * @throws IllegalStateException if it fails
   */
  static void run(List<String> options, String... command)
      throws IOException, InterruptedException {
    System.out.print(said(options, System.getProperty("java.class.path"), command));
  }

  /**
   * What one says until its end.
   *
   * @param options the options of the JVM
   * @param classPath its class path
   * @param command the main class and its arguments
   * @throws IOException if it cannot be started
   * @throws InterruptedException if interrupted
   * @throws IllegalStateException if it fails
   */
  public static String said(List<String> options, String classPath, String... command)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-cp", classPath));
    line.addAll(List.of(command));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": exit " + exit + "\n" + said);
    }
    return said;
  }
}
