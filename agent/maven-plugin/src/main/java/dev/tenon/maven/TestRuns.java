package dev.tenon.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The runs of tests of a project, and whether the arguments of a property reach their JVMs. */
final class TestRuns {

  private static final String DEFAULT_PROPERTY = "argLine";

  private static final Map<String, String> GOALS =
      Map.of("maven-surefire-plugin", "test", "maven-failsafe-plugin", "integration-test");

  private final MavenProject project;
  private final String property;
  private final Properties commandLine;

  TestRuns(MavenProject project, String property, Properties commandLine) {
    this.project = project;
    this.property = property;
    this.commandLine = commandLine;
  }

  /** The runs that leave the property out, each with what to write. */
  List<String> dropping() {
    List<String> dropping = new ArrayList<>();
    for (Plugin plugin : project.getBuildPlugins()) {
      String goal = GOALS.get(plugin.getArtifactId());
      for (PluginExecution execution : plugin.getExecutions()) {
        if (goal != null && execution.getGoals().contains(goal)) {
          fault((Xpp3Dom) execution.getConfiguration())
              .ifPresent(
                  why ->
                      dropping.add(
                          plugin.getArtifactId() + " (" + execution.getId() + "): " + why));
        }
      }
    }
    return dropping;
  }

  private Optional<String> fault(@Nullable Xpp3Dom configuration) {
    if (isTrue(configuration, "skip") || isTrue(configuration, "skipTests")) {
      return Optional.empty();
    }
    String forks = value(configuration, "forkCount", commandLine.getProperty("forkCount", ""));
    if (forks.equals("0")) {
      return Optional.of("forkCount is 0, which runs the tests in Maven's own JVM; make it 1");
    }
    String argLine = value(configuration, "argLine", "");
    return argLine.isEmpty() ? withoutOwn() : withOwn(argLine);
  }

  private Optional<String> withoutOwn() {
    if (!property.equals(DEFAULT_PROPERTY)) {
      return Optional.of(
          "nothing reads the property "
              + property
              + "; write <argLine>@{"
              + property
              + "}</argLine> in its configuration");
    }
    return commandLine.containsKey(property)
        ? Optional.of(
            "-D"
                + property
                + " counts before what this plugin says; write <argLine>@{"
                + property
                + "}</argLine> in its configuration, which reads both")
        : Optional.empty();
  }

  private Optional<String> withOwn(String argLine) {
    boolean isRead =
        argLine.contains("@{" + property + "}") || argLine.contains("${" + property + "}");
    boolean hasAgent = argLine.contains("-javaagent:") && argLine.contains("tenon");
    return isRead || hasAgent
        ? Optional.empty()
        : Optional.of(
            "its own argLine leaves the agent out; write <argLine>@{"
                + property
                + "} "
                + argLine
                + "</argLine>");
  }

  private static boolean isTrue(@Nullable Xpp3Dom configuration, String name) {
    return value(configuration, name, "").equals("true");
  }

  private static String value(@Nullable Xpp3Dom configuration, String name, String otherwise) {
    Xpp3Dom child = configuration == null ? null : configuration.getChild(name);
    String value = child == null ? null : child.getValue();
    return value == null || value.isBlank() ? otherwise : value.strip().replaceAll("\\s+", " ");
  }
}
