package hosts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A part of an application: sources below {@code src/it}, compiled with Tenon's processor. */
final class Application {

  private final Path classes;
  private final List<Path> sources = new ArrayList<>();
  private final List<Path> libraries = new ArrayList<>(core());

  /**
   * A part, of which nothing is compiled yet.
   *
   * @param classes the directory of its class files
   * @param folders below {@code src/it}
   */
  Application(Path classes, String... folders) {
    this.classes = classes;
    for (String folder : folders) {
      sources.addAll(files(Path.of("src/it", folder), ".java"));
    }
  }

  /** What an application with contracts brings along. */
  static List<Path> core() {
    List<Path> core = new ArrayList<>(logging());
    core.add(locationOf(dev.tenon.contract.Seam.class));
    core.add(locationOf(dev.tenon.model.Contract.class));
    core.add(locationOf(dev.tenon.Seams.class));
    return core;
  }

  /** What logs to standard error. */
  static List<Path> logging() {
    return List.of(
        locationOf(org.slf4j.Logger.class),
        locationOf(org.slf4j.simple.SimpleServiceProvider.class));
  }

  /** What the build has copied of a host. */
  static List<Path> host(String name) {
    return files(Path.of(System.getProperty("hosts.directory"), name), ".jar");
  }

  Application with(List<Path> more) {
    libraries.addAll(more);
    return this;
  }

  /**
   * Compiles it.
   *
   * @param edits what stands in the sources, and what is to stand there
   * @return the directory of its class files
   */
  Path compile(Map<String, String> edits) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      List<Path> edited = new ArrayList<>();
      for (Path source : sources) {
        edited.add(edited(source, edits));
      }
      Files.createDirectories(classes);
      List<String> options =
          List.of(
              "-nowarn",
              "-parameters",
              "-d",
              classes.toString(),
              "-processorpath",
              System.getProperty("java.class.path"),
              "-cp",
              path(libraries));
      if (!compiler
          .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(edited))
          .call()) {
        throw new IllegalStateException("did not compile: " + sources);
      }
      return classes;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Path compile() {
    return compile(Map.of());
  }

  private Path edited(Path source, Map<String, String> edits) throws IOException {
    String text = Files.readString(source);
    for (Map.Entry<String, String> edit : edits.entrySet()) {
      text = text.replace(edit.getKey(), edit.getValue());
    }
    Path copy = classes.resolveSibling(classes.getFileName() + "-src").resolve(source);
    Files.createDirectories(copy.getParent());
    return Files.writeString(copy, text);
  }

  /** A directory of class files, or several, as a jar. */
  static Path jar(Path jar, Map<String, String> attributes, Path... directories) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Path directory : directories) {
        for (Path file : files(directory, "")) {
          out.putNextEntry(new ZipEntry(directory.relativize(file).toString()));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
      return jar;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static String path(List<Path> elements) {
    return String.join(File.pathSeparator, elements.stream().map(Path::toString).toList());
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Path> files(Path directory, String ending) {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
