package dev.tenon.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The benchmarks in a JVM of their own, as a user starts them. */
record Program(int exit, String said) {

  static Program run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    for (String jar : List.of("tenon.agent.jar", "tenon.processor.jar")) {
      command.add("-D" + jar + "=" + System.getProperty(jar));
    }
    // What is measured here is thrown away.
    command.add("-Djmh.ignoreLock=true");
    command.addAll(List.of("-jar", System.getProperty("benchmark.jar")));
    command.addAll(List.of(arguments));
    return start(command);
  }

  static Program main(Class<?> main, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("-cp", System.getProperty("benchmark.jar"), main.getName()));
    command.addAll(List.of(arguments));
    return start(command);
  }

  private static Program start(List<String> command) throws IOException, InterruptedException {
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("TENON_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Program(process.waitFor(), said);
  }
}
