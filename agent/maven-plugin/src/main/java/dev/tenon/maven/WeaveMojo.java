package dev.tenon.maven;

import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Weaves the classes of the module at build, so that its contracts are enforced where no agent is
 * attached. Fails, and writes nothing, when something of them cannot be woven at build.
 */
@Mojo(
    name = "weave",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class WeaveMojo extends WeavingMojo {

  @Override
  String folder(MavenProject project) {
    return project.getBuild().getOutputDirectory();
  }

  @Override
  List<String> sources(MavenProject project) {
    return project.getCompileSourceRoots();
  }

  @Override
  List<String> phasesBefore() {
    return BEFORE_COMPILE;
  }

  @Override
  String ownPhase() {
    return "process-classes";
  }

  @Override
  List<String> classPath(MavenProject project) throws DependencyResolutionRequiredException {
    return project.getCompileClasspathElements();
  }
}
