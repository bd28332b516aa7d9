package dev.tenon.maven;

import java.nio.file.Path;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Weaves the test classes of the module at build, as the goal {@code weave} does its classes:
 * suppliers and clients among them.
 */
@Mojo(
    name = "test-weave",
    defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class TestWeaveMojo extends AbstractMojo {

  /** Whether nothing is woven. */
  @Parameter(property = "tenon-maven.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Which interfaces with constraints alone are seams, as a pattern; what {@code seams} in
   * tenon.properties says when empty.
   */
  @Parameter(property = "tenon-maven.seams", defaultValue = "")
  private String seams = "";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project = new MavenProject();

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || project.getPackaging().equals("pom")) {
      getLog().info("skipped: nothing is woven");
      return;
    }
    try {
      Weaving.weave(
          Path.of(project.getBuild().getTestOutputDirectory()),
          project.getTestClasspathElements().stream().map(Path::of).toList(),
          seams == null ? "" : seams,
          getLog());
    } catch (DependencyResolutionRequiredException unresolved) {
      throw new MojoExecutionException("the dependencies are not resolved", unresolved);
    }
  }
}
