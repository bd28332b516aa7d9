package dev.tenon.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
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
 * Fails the build unless every contract among the classes of the module and its dependencies can be
 * enforced: its clauses were compiled and belong to it, an index names it, and the core is there.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class CheckMojo extends AbstractMojo {

  private static final String GROUP = "dev.tenon";

  /** Whether nothing is checked. */
  @Parameter(property = "tenon-maven.skip", defaultValue = "false")
  private boolean skip;

  /** Whether the core has to be there. A library may leave it to the application. */
  @Parameter(property = "tenon-maven.requireCore", defaultValue = "true")
  private boolean requireCore = true;

  /** Whether there has to be a contract at all. */
  @Parameter(property = "tenon-maven.requireSeams", defaultValue = "true")
  private boolean requireSeams = true;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project = new MavenProject();

  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
  private Map<String, Artifact> artifacts = new HashMap<>();

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version = "";

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || project.getPackaging().equals("pom")) {
      getLog().info("skipped: no contract is checked");
      return;
    }
    List<Path> classPath = classPath();
    Findings findings = findings(classPath);
    List<String> faults = new ArrayList<>(findings.faults().values());
    faults.addAll(otherVersions());
    missing(findings).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw new MojoFailureException(
          "not every contract can be enforced:\n  " + String.join("\n  ", faults));
    }
    getLog()
        .info(
            findings.count()
                + (findings.count() == 1 ? " type with a contract" : " types with contracts")
                + ": nothing stands in the way ("
                + classPath.size()
                + " folders and jars read)");
  }

  private Optional<String> missing(Findings findings) {
    boolean isNone = findings.count() == 0 && findings.faults().isEmpty();
    if (isNone && requireSeams) {
      return Optional.of(
          "there is no seam among the classes and the dependencies: state a contract, or say"
              + " <requireSeams>false</requireSeams>");
    }
    return isNone || findings.hasCore() || !requireCore
        ? Optional.empty()
        : Optional.of(
            "tenon-core is not among the dependencies at run time, so that nothing is enforced: add"
                + " dev.tenon:tenon-core:"
                + version
                + ", or say <requireCore>false</requireCore> in a library");
  }

  private static Findings findings(List<Path> classPath) throws MojoExecutionException {
    try {
      return Findings.of(classPath);
    } catch (IOException unreadable) {
      throw new MojoExecutionException("the class path cannot be read: " + unreadable, unreadable);
    }
  }

  /** What runs, and what is provided where it runs. */
  private List<Path> classPath() throws MojoExecutionException {
    Set<String> elements = new LinkedHashSet<>();
    try {
      elements.addAll(project.getRuntimeClasspathElements());
      elements.addAll(project.getCompileClasspathElements());
    } catch (DependencyResolutionRequiredException unresolved) {
      throw new MojoExecutionException("the dependencies are not resolved", unresolved);
    }
    return elements.stream().map(Path::of).filter(Files::exists).toList();
  }

  /** Core, agent and companions understand each other within one version. */
  private List<String> otherVersions() {
    return project.getArtifacts().stream()
        .filter(each -> each.getGroupId().equals(GROUP))
        .filter(each -> artifacts.containsKey(each.getGroupId() + ":" + each.getArtifactId()))
        .filter(each -> !each.getBaseVersion().equals(version))
        .map(
            each ->
                each.getArtifactId()
                    + " is of version "
                    + each.getBaseVersion()
                    + " and this plugin of "
                    + version
                    + ": use one version for all of Tenon")
        .sorted()
        .toList();
  }
}
