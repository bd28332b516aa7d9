package dev.tenon;

import dev.tenon.model.classfile.ClassPathEntry;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads all class files that a class loader and its parents have, and loads none. What the JVM
 * passes over, such as an entry that is no jar, is passed over here.
 */
final class ClassPathWalk {

  /** The system class loader, where the application does not bring one of its own. */
  private static final String BUILT_IN = "jdk.internal.loader.ClassLoaders$AppClassLoader";

  private final Reader reader;
  private final Set<Path> files = new HashSet<>();
  private final List<String> gaps = new ArrayList<>();

  /** Hears of class files. */
  interface Reader {

    /**
     * Takes one.
     *
     * @param place the name of its folder or jar
     * @param name its path there
     * @param bytes its content
     */
    void read(String place, String name, byte[] bytes);
  }

  private ClassPathWalk(Reader reader) {
    this.reader = reader;
  }

  /**
   * Reads them, in the order in which they are looked for.
   *
   * @param loader the class loader
   * @param reader hears of them
   * @return what could not be read, each with what to do
   */
  static List<String> read(@Nullable ClassLoader loader, Reader reader) {
    ClassPathWalk walk = new ClassPathWalk(reader);
    if (loader != null && loader != ClassLoader.getPlatformClassLoader()) {
      walk.read(loader);
    }
    return walk.gaps;
  }

  private void read(ClassLoader loader) {
    ClassLoader parent = loader.getParent();
    if (parent != null && parent != ClassLoader.getPlatformClassLoader()) {
      read(parent);
    }
    if (loader.getClass().getName().equals(BUILT_IN)) {
      readPath();
      readModules();
    } else if (loader instanceof URLClassLoader known) {
      for (URL url : known.getURLs()) {
        readUrl(url);
      }
    } else {
      gaps.add(
          "it cannot be proven that all suppliers were woven at build, since "
              + loader.getClass().getName()
              + " does not tell which classes it has; attach the agent where proof is needed");
    }
  }

  /** An empty entry is the current folder, unless a module was started without a class path. */
  private void readPath() {
    String path = System.getProperty("java.class.path", "");
    if (!path.isEmpty() || System.getProperty("jdk.module.main") == null) {
      for (String entry : path.split(File.pathSeparator, -1)) {
        read(path(entry));
      }
    }
  }

  private void readModules() {
    for (String entry : System.getProperty("jdk.module.path", "").split(File.pathSeparator, -1)) {
      Path file = entry.isEmpty() ? null : path(entry);
      if (file != null
          && Files.isDirectory(file)
          && !Files.exists(file.resolve("module-info.class"))) {
        try (Stream<Path> modules = Files.list(file)) {
          modules.sorted().forEach(this::read);
        } catch (IOException unreadable) {
          addGap(entry, unreadable);
        }
      } else {
        read(file);
      }
    }
  }

  private void readUrl(URL url) {
    if (url.getProtocol().equals("file")) {
      read(path(url));
      return;
    }
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      if (connection instanceof JarURLConnection nested) {
        try (JarFile jar = nested.getJarFile()) {
          ClassPathEntry.read(jar, (name, bytes) -> reader.read(url.toString(), name, bytes));
        }
      } else {
        gaps.add("the class path has " + url + ", which cannot be listed; attach the agent");
      }
    } catch (IOException unreadable) {
      addGap(url.toString(), unreadable);
    }
  }

  private void read(@Nullable Path file) {
    if (file == null || !Files.exists(file) || !files.add(file.toAbsolutePath().normalize())) {
      return;
    }
    Path name = file.toAbsolutePath().normalize().getFileName();
    String place = name == null ? file.toString() : name.toString();
    try {
      ClassPathEntry.read(file, (path, bytes) -> reader.read(place, path, bytes));
      if (!Files.isDirectory(file)) {
        readNamed(file);
      }
    } catch (ZipException notJar) {
      // The JVM passes it over too.
    } catch (IOException unreadable) {
      addGap(file.toString(), unreadable);
    }
  }

  /** What the manifest of a jar adds to the class path. */
  private void readNamed(Path file) throws IOException {
    String named = null;
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      named =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    }
    for (String each : named == null ? List.<String>of() : List.of(named.split(" ", -1))) {
      if (!each.isEmpty()) {
        try {
          read(path(new URL(file.toUri().toURL(), each)));
        } catch (MalformedURLException unknown) {
          // The JVM passes it over too.
        }
      }
    }
  }

  private void addGap(String place, IOException why) {
    gaps.add("the class path has " + place + ", which cannot be read: " + why);
  }

  private static @Nullable Path path(URL url) {
    if (!url.getProtocol().equals("file")) {
      return null;
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException unusual) {
      return path(url.getPath());
    }
  }

  /** Null for what is no path here. */
  private static @Nullable Path path(String entry) {
    try {
      return Path.of(entry);
    } catch (InvalidPathException impossible) {
      return null;
    }
  }
}
