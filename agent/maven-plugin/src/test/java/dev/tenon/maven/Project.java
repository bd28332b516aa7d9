package dev.tenon.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A real project, built by a Maven of its own with the jars of this build. */
final class Project {

  private static final Path SOURCES = Path.of("src", "test", "projects").toAbsolutePath();
  private static final Path COPIES = Path.of("target", "projects").toAbsolutePath();

  private static final List<String> VERSIONS =
      List.of(
          "version",
          "junit",
          "assertj",
          "surefire",
          "jacoco",
          "byte-buddy-plugin",
          "compiler-plugin",
          "resources-plugin",
          "jar-plugin");

  private final Path folder;

  private Project(Path folder) {
    this.folder = folder;
  }

  /** What a build left behind. */
  record Build(int code, String output) {}

  /** A fresh copy of the projects, to build one of them. */
  static Project named(String name) {
    Path copies;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      copies = Files.createTempDirectory(Files.createDirectories(COPIES), name);
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Path copy = copies.resolve(SOURCES.relativize(each));
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Project(copies.resolve(name));
  }

  /** Puts the core of this build where projects find it, as one of another version. */
  static void offerCoreAs(String version) throws IOException {
    Path cores = Path.of(System.getProperty("invoked.repository"), "dev/tenon/tenon-core");
    Path offered = Files.createDirectories(cores.resolve(version));
    String own = System.getProperty("invoked.version");
    Files.copy(
        cores.resolve(own).resolve("tenon-core-" + own + ".jar"),
        offered.resolve("tenon-core-" + version + ".jar"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        offered.resolve("tenon-core-" + version + ".pom"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>dev.tenon</groupId>
          <artifactId>tenon-core</artifactId>
          <version>%s</version>
        </project>
        """
            .formatted(version));
  }

  /** A file that a build left in the project. */
  Path file(String path) {
    return folder.resolve(path);
  }

  /** A jar of this build, as projects get it. */
  static Path jar(String artifact) {
    String version = System.getProperty("invoked.version");
    return Path.of(System.getProperty("invoked.repository"), "dev", "tenon", artifact, version)
        .resolve(artifact + "-" + version + ".jar");
  }

  /** Where its classes are. */
  Path classes() {
    return folder.resolve("target").resolve("classes");
  }

  /** Builds it: arguments are goals and further options of the command line. */
  Build build(String... arguments) {
    List<String> lines = new CopyOnWriteArrayList<>();
    InvocationRequest request = new DefaultInvocationRequest();
    request.setBaseDirectory(folder.toFile());
    request.setBatchMode(true);
    request.setOffline(System.getProperty("invoked.offline").endsWith("true"));
    request.setJavaHome(new File(System.getProperty("java.home")));
    request.setLocalRepositoryDirectory(new File(System.getProperty("invoked.repository")));
    request.setProperties(properties());
    request.addArgs(List.of(arguments));
    request.setOutputHandler(lines::add);
    request.setErrorHandler(lines::add);
    DefaultInvoker maven = new DefaultInvoker();
    maven.setMavenHome(new File(System.getProperty("maven.home")));
    try {
      InvocationResult result = maven.execute(request);
      return new Build(result.getExitCode(), String.join("\n", lines));
    } catch (MavenInvocationException e) {
      throw new AssertionError(e);
    }
  }

  private static Properties properties() {
    Properties properties = new Properties();
    for (String name : VERSIONS) {
      properties.setProperty("invoked." + name, System.getProperty("invoked." + name));
    }
    properties.setProperty(
        "invoked.from", Path.of(System.getProperty("invoked.from")).toUri().toString());
    // What the outer build has fetched is there also without a network.
    properties.setProperty("aether.offline.protocols", "file");
    return properties;
  }
}
