package dev.tenon.maven;

import dev.tenon.agent.Weave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Weaves one folder of classes of the module, and says what came of it. */
abstract sealed class WeavingMojo extends AbstractMojo permits WeaveMojo, TestWeaveMojo {

  /** Whether nothing is woven. */
  @Parameter(property = "tenon-maven.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Which interfaces with constraints alone are seams, as a pattern; without it what {@code seams}
   * in tenon.properties says.
   */
  @Parameter(property = "tenon-maven.seams")
  private @Nullable String seams;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project = new MavenProject();

  /** Where the classes are. */
  abstract String folder(MavenProject of);

  /** What they see, themselves among it. */
  abstract List<String> classPath(MavenProject of) throws DependencyResolutionRequiredException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    Path folder = Path.of(folder(project));
    if (skip || project.getPackaging().equals("pom")) {
      getLog().info("skipped: nothing is woven");
    } else if (!Files.isDirectory(folder)) {
      getLog().info("there are no classes to weave in " + folder);
    } else {
      weave(folder);
    }
  }

  private void weave(Path folder) throws MojoExecutionException, MojoFailureException {
    try {
      List<Path> others =
          classPath(project).stream()
              .map(Path::of)
              .filter(each -> !each.equals(folder) && Files.exists(each))
              .toList();
      getLog().info(Weave.weave(folder, others, seams == null ? "" : "seams=" + seams));
    } catch (IllegalStateException refused) {
      throw new MojoFailureException(refused.getMessage(), refused);
    } catch (IllegalArgumentException | IOException unusable) {
      throw new MojoExecutionException(unusable.getMessage(), unusable);
    } catch (DependencyResolutionRequiredException unresolved) {
      throw new MojoExecutionException("the dependencies are not resolved", unresolved);
    }
  }
}
