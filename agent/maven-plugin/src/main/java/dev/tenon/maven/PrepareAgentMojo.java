package dev.tenon.maven;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the agent to the JVMs that Surefire and Failsafe run tests in.
 *
 * <p>It puts the agent before what the property {@code argLine} says. Where the configuration of a
 * run of tests leaves that property out, the agent would be dropped: the build fails, and says what
 * to write.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends AbstractMojo {

  private static final String AGENT = "dev.tenon:tenon-agent";

  /** Whether nothing is attached. */
  @Parameter(property = "tenon-maven.skip", defaultValue = "false")
  private boolean skip;

  /** The agent's arguments, as they stand after {@code =} in {@code -javaagent}. */
  @Parameter(property = "tenon-maven.options")
  private @Nullable String options;

  /** The property that the arguments of the JVM are in. */
  @Parameter(property = "tenon-maven.propertyName", defaultValue = "argLine")
  private String propertyName = "argLine";

  /** What happens where a run of tests leaves the property out: {@code fail} or {@code warn}. */
  @Parameter(property = "tenon-maven.ifDropped", defaultValue = "fail")
  private String ifDropped = "fail";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project = new MavenProject();

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private @Nullable MavenSession session;

  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
  private Map<String, Artifact> artifacts = new HashMap<>();

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped: the tests run without the agent");
      return;
    }
    if (!List.of("fail", "warn").contains(ifDropped)) {
      throw new MojoExecutionException(
          "unknown value '" + ifDropped + "' of ifDropped. It can be: fail, warn");
    }
    attach();
    List<String> dropping = new TestRuns(project, propertyName, commandLine()).dropping();
    if (!dropping.isEmpty()) {
      say(dropping);
    }
  }

  private void attach() throws MojoExecutionException {
    Artifact agent = artifacts.get(AGENT);
    if (agent == null || agent.getFile() == null) {
      throw new MojoExecutionException("this plugin has lost its dependency " + AGENT);
    }
    Path jar = agent.getFile().toPath().toAbsolutePath();
    Properties properties = project.getProperties();
    String others = properties.getProperty(propertyName, commandLine().getProperty(propertyName));
    if (!ArgLine.has(jar, others)) {
      try {
        properties.setProperty(
            propertyName, ArgLine.with(jar, options == null ? "" : options, others));
      } catch (IllegalArgumentException unknown) {
        throw new MojoExecutionException(unknown.getMessage(), unknown);
      }
    }
    getLog().info(propertyName + " = " + properties.getProperty(propertyName));
  }

  private void say(List<String> dropping) throws MojoFailureException {
    String message =
        "the agent is dropped, so that no contract is enforced in these tests:\n  "
            + String.join("\n  ", dropping);
    if (ifDropped.equals("warn")) {
      getLog().warn(message);
    } else {
      throw new MojoFailureException(
          message + "\n  to go on without it: <ifDropped>warn</ifDropped>");
    }
  }

  /** What is said outside the pom counts before what is said in it. */
  private Properties commandLine() {
    Properties given = new Properties();
    if (session != null) {
      given.putAll(session.getSystemProperties());
      given.putAll(session.getUserProperties());
    }
    return given;
  }
}
