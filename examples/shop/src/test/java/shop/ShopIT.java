package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example in a JVM of its own, as a user starts it. */
@Timeout(120)
class ShopIT {

  @Test
  void with_the_agent_each_gap_is_named_and_the_mended_shop_has_none() throws Exception {
    assertThat(run("-javaagent:" + System.getProperty("tenon.agent.jar") + "=banner=false"))
        .isEqualTo(golden("with-agent.txt"));
  }

  @Test
  void without_the_agent_the_drifted_shop_is_silently_wrong() throws Exception {
    assertThat(run()).isEqualTo(golden("without-agent.txt"));
  }

  private static String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", System.getProperty("shop.jar")));
    Path out = Files.createTempFile("shop", ".out");
    Path err = Files.createTempFile("shop", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(name -> name.startsWith("TENON_"));
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      int status =
          builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
      assertThat(status).isZero();
      return Files.readString(out, StandardCharsets.UTF_8);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = ShopIT.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
