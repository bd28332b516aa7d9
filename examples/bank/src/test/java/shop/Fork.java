package shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The example in a JVM of its own, as a user starts it. */
record Fork(int status, String out, String err) {

  static Fork withAgent(String... arguments) throws IOException, InterruptedException {
    return run(List.of("-javaagent:" + System.getProperty("tenon.agent.jar")), arguments);
  }

  static Fork withoutAgent(String... arguments) throws IOException, InterruptedException {
    return run(List.of(), arguments);
  }

  private static Fork run(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    // The validator words its messages in the language of the JVM.
    command.add("-Duser.language=en");
    command.addAll(List.of("-jar", System.getProperty("bank.jar")));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("bank", ".out");
    Path err = Files.createTempFile("bank", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(name -> name.startsWith("TENON_"));
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      int status =
          builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
      return new Fork(status, text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
