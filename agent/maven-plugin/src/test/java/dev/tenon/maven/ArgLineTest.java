package dev.tenon.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The arguments of a JVM, with the agent before the others. */
class ArgLineTest {

  private static final Path AGENT = Path.of("agent.jar");

  @Test
  void the_agent_stands_before_other_arguments() {
    assertThat(ArgLine.with(AGENT, "", "-Xmx1g ")).isEqualTo("-javaagent:agent.jar -Xmx1g");
    assertThat(ArgLine.with(AGENT, "mode=observe", null))
        .isEqualTo("-javaagent:agent.jar=mode=observe");
  }

  @Test
  void what_a_shell_could_take_apart_is_quoted() {
    assertThat(ArgLine.with(Path.of("my agent.jar"), "mode.com.acme..*=off", ""))
        .isEqualTo("\"-javaagent:my agent.jar=mode.com.acme..*=off\"");
  }

  @Test
  void an_agent_that_is_there_is_found() {
    assertThat(ArgLine.has(AGENT, ArgLine.with(AGENT, "strict=true", "-Xmx1g"))).isTrue();
    assertThat(ArgLine.has(AGENT, "-Xmx1g")).isFalse();
  }

  @Test
  void an_unknown_value_is_refused_with_the_nearest() {
    assertThatThrownBy(() -> ArgLine.with(AGENT, "mode=observ", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean 'observe'?");
  }
}
