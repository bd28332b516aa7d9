package dev.tenon.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The packaged tool in a JVM of its own. */
final class Tool {

  private static final Path CLASSES = Path.of("target", "test-classes");

  private Tool() {}

  /** What a run left behind. */
  record Run(int code, String out, String err) {}

  static Run run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(System.getProperty("tenon.jar"));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("tenon", ".out");
      Path err = Files.createTempFile("tenon", ".err");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + command);
      }
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A jar of some compiled packages, with an index of their seams. */
  static Path jar(Path jar, String without, String... seams) {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> classes = Files.list(CLASSES.resolve("warehouse"))) {
      for (Path each : classes.sorted().toList()) {
        if (!each.getFileName().toString().equals(without)) {
          out.putNextEntry(new JarEntry("warehouse/" + each.getFileName()));
          out.write(Files.readAllBytes(each));
        }
      }
      if (seams.length > 0) {
        out.putNextEntry(new JarEntry("META-INF/services/dev.tenon.contract.Seam"));
        out.write((String.join("\n", seams) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that is pinned. */
  static String pinned(String name) {
    try {
      return Files.readString(CLASSES.resolve("shown").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
