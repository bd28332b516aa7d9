package dev.tenon.maven;

import dev.tenon.agent.Weave;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Weaves one folder of classes of the module, and says what came of it. */
abstract sealed class WeavingMojo extends AbstractMojo permits WeaveMojo, TestWeaveMojo {

  /** The phases of Maven's life cycle before the one in which classes are compiled. */
  static final List<String> BEFORE_COMPILE =
      List.of(
          "validate",
          "initialize",
          "generate-sources",
          "process-sources",
          "generate-resources",
          "process-resources");

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

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private @Nullable MojoExecution execution;

  /** Where the classes are. */
  abstract String folder(MavenProject of);

  /** Where their sources are. */
  abstract List<String> sources(MavenProject of);

  /** The phases before the one in which they are compiled. */
  abstract List<String> phasesBefore();

  /** The phase in which this runs when nothing else is said. */
  abstract String ownPhase();

  /** What they see, themselves among it. */
  abstract List<String> classPath(MavenProject of) throws DependencyResolutionRequiredException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    Path folder = Path.of(folder(project));
    if (skip || project.getPackaging().equals("pom")) {
      getLog().info("skipped: nothing is woven");
      return;
    }
    requirePhase();
    if (Files.isDirectory(folder)) {
      weave(folder);
    } else if (sources(project).stream().anyMatch(each -> Files.isDirectory(Path.of(each)))) {
      getLog()
          .warn(
              "nothing is woven, although the module has sources: there are no classes yet in "
                  + folder
                  + "; run this goal after the compiler, as in its own phase "
                  + ownPhase());
    } else {
      getLog().info("there are no classes to weave in " + folder);
    }
    warnOfArtifact();
  }

  /** Too early is the same as never: the compiler writes the classes afterwards. */
  private void requirePhase() throws MojoFailureException {
    String phase = execution == null ? null : execution.getLifecyclePhase();
    if (phase != null && phasesBefore().contains(phase)) {
      throw new MojoFailureException(
          "nothing would be woven: this goal is bound to the phase "
              + phase
              + ", which is before the classes are compiled; leave out <phase>, or say <phase>"
              + ownPhase()
              + "</phase>");
    }
  }

  /** What is packed before it is woven stays as it was. */
  private void warnOfArtifact() {
    File packed = project.getArtifact() == null ? null : project.getArtifact().getFile();
    if (packed != null && packed.isFile()) {
      getLog()
          .warn(
              packed
                  + " was made before this goal ran, and has no woven classes; run it in its own"
                  + " phase "
                  + ownPhase());
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
