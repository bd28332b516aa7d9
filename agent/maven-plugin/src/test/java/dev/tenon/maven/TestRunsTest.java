package dev.tenon.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** Which runs of tests leave the agent out. */
class TestRunsTest {

  @Test
  void a_run_without_arguments_of_its_own_reads_the_property() {
    assertThat(surefire(Map.of())).isEmpty();
  }

  @Test
  void arguments_of_its_own_have_to_name_the_property() {
    assertThat(surefire(Map.of("argLine", "@{argLine} -Xmx1g"))).isEmpty();
    assertThat(surefire(Map.of("argLine", "-Xmx1g ${argLine}"))).isEmpty();
    assertThat(surefire(Map.of("argLine", "-Xmx1g\n  -Da=b")))
        .containsExactly(
            "maven-surefire-plugin (default-test): its own argLine leaves the agent out; write"
                + " <argLine>@{argLine} -Xmx1g -Da=b</argLine>");
  }

  @Test
  void an_agent_that_the_pom_attaches_itself_is_no_fault() {
    assertThat(surefire(Map.of("argLine", "-javaagent:${dev.tenon:tenon-agent:jar}"))).isEmpty();
  }

  @Test
  void tests_in_mavens_own_jvm_have_no_agent() {
    assertThat(surefire(Map.of("forkCount", "0"))).first().asString().contains("forkCount is 0");
  }

  @Test
  void a_run_that_is_skipped_is_no_fault() {
    assertThat(surefire(Map.of("skip", "true", "argLine", "-Xmx1g"))).isEmpty();
  }

  @Test
  void another_property_is_read_by_nobody_unless_it_is_named() {
    assertThat(runs("tenon.line", "", new Properties(), Map.of()))
        .first()
        .asString()
        .contains("nothing reads the property tenon.line");
    assertThat(runs("tenon.line", "", new Properties(), Map.of("argLine", "@{tenon.line}")))
        .isEmpty();
  }

  @Test
  void the_command_line_counts_before_the_property() {
    Properties given = new Properties();
    given.setProperty("argLine", "-Xmx1g");
    assertThat(runs("argLine", "", given, Map.of())).hasSize(1);
    assertThat(runs("argLine", "", given, Map.of("argLine", "@{argLine}"))).isEmpty();
  }

  @Test
  void integration_tests_are_read_as_well_and_other_goals_are_not() {
    assertThat(runs("argLine", "failsafe", new Properties(), Map.of("argLine", "-Xmx1g")))
        .first()
        .asString()
        .startsWith("maven-failsafe-plugin (its): ");
    assertThat(runs("argLine", "antrun", new Properties(), Map.of("argLine", "-Xmx1g"))).isEmpty();
  }

  private static List<String> surefire(Map<String, String> configuration) {
    return runs("argLine", "", new Properties(), configuration);
  }

  private static List<String> runs(
      String property, String named, Properties given, Map<String, String> configuration) {
    boolean isSurefire = named.isEmpty();
    PluginExecution execution = new PluginExecution();
    execution.setId(isSurefire ? "default-test" : "its");
    execution.addGoal(isSurefire ? "test" : "integration-test");
    Xpp3Dom dom = new Xpp3Dom("configuration");
    configuration.forEach(
        (name, value) -> {
          Xpp3Dom child = new Xpp3Dom(name);
          child.setValue(value);
          dom.addChild(child);
        });
    execution.setConfiguration(dom);
    Plugin plugin = new Plugin();
    plugin.setArtifactId("maven-" + (isSurefire ? "surefire" : named) + "-plugin");
    plugin.addExecution(execution);
    MavenProject project = new MavenProject();
    project.getModel().setBuild(new Build());
    project.getBuild().addPlugin(plugin);
    return new TestRuns(project, property, given).dropping();
  }
}
