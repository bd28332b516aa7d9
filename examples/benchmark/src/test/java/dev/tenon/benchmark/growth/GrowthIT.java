package dev.tenon.benchmark.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.benchmark.Jvm;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthIT {

  private static final Path AGENT = Path.of(System.getProperty("tenon.agent.jar"));
  private static final Path PROCESSOR = Path.of(System.getProperty("tenon.processor.jar"));

  @TempDir Path directory;

  @Test
  void suppliers_that_were_generated_are_woven_and_their_contracts_broken() throws Exception {
    Sources sources = new Sources(3, 2, 5);
    sources.compile(new Growth(AGENT, PROCESSOR, 1).compiling(true), directory);

    String[] figures = grown(List.of("-javaagent:" + AGENT + "=banner=false"), "true");

    assertThat(figures).hasSize(6).allMatch(figure -> figure.matches("-?\\d+"));
  }

  @Test
  void without_the_agent_calls_alone_are_measured() throws Exception {
    Sources sources = new Sources(3, 2, 5);
    sources.compile(new Growth(AGENT, PROCESSOR, 1).compiling(true), directory);

    assertThat(grown(List.of(), "false")).hasSize(2);
  }

  private String[] grown(List<String> options, String woven) throws Exception {
    String classPath = directory + File.pathSeparator + System.getProperty("benchmark.jar");
    return Jvm.said(options, classPath, Growing.class.getName(), "6", woven, "60")
        .strip()
        .split(" ", -1);
  }
}
