package dev.tenon.maven;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
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
public final class TestWeaveMojo extends WeavingMojo {

  @Override
  String folder(MavenProject project) {
    return project.getBuild().getTestOutputDirectory();
  }

  @Override
  List<String> sources(MavenProject project) {
    return project.getTestCompileSourceRoots();
  }

  @Override
  List<String> phasesBefore() {
    return Stream.concat(
            BEFORE_COMPILE.stream(),
            Stream.of(
                "compile",
                "process-classes",
                "generate-test-sources",
                "process-test-sources",
                "generate-test-resources",
                "process-test-resources"))
        .toList();
  }

  @Override
  String ownPhase() {
    return "process-test-classes";
  }

  @Override
  List<String> classPath(MavenProject project) throws DependencyResolutionRequiredException {
    return project.getTestClasspathElements();
  }
}
