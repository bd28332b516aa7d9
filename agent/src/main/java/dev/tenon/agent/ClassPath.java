package dev.tenon.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads class files of the class loaders that last as long as the JVM, past these loaders: they
 * look for a file in every module of the JDK first, and have its jar opened anew. What is not found
 * here may still be there.
 *
 * <p>Thread-safe. Jars stay open, as those loaders keep them.
 */
final class ClassPath {

  private static final String OF_THE_JDK = "jdk.internal.loader.ClassLoaders$AppClassLoader";

  /** Those of executable jars, in all versions. */
  private static final String OF_SPRING_BOOT = "org.springframework.boot.loader.";

  /** Has no parents that matter: it is only asked for what it finds itself. */
  private final URLClassLoader entries;

  /** By name, with slashes: what a module has comes before any class path. */
  private final Set<String> modular;

  /** By their addresses, up to where the name of an entry begins. */
  private final Map<String, JarFile> open = new ConcurrentHashMap<>();

  ClassPath() {
    this.entries = new URLClassLoader(urls(), null);
    this.modular = new HashSet<>();
    for (Module module : ModuleLayer.boot().modules()) {
      for (String name : module.getPackages()) {
        modular.add(name.replace('.', '/'));
      }
    }
  }

  private static URL[] urls() {
    List<URL> urls = new ArrayList<>();
    String path = System.getProperty("java.class.path", "");
    if (!path.isEmpty() || System.getProperty("jdk.module.main") == null) {
      for (String entry : path.split(File.pathSeparator, -1)) {
        try {
          urls.add(new File(entry).toURI().toURL());
        } catch (MalformedURLException unusual) {
          // The class loader will be asked for what is there.
        }
      }
    }
    return urls.toArray(new URL[0]);
  }

  /** Whether class files of a loader are read here. */
  static boolean covers(ClassLoader loader) {
    String type = loader.getClass().getName();
    return type.equals(OF_THE_JDK)
        || (type.startsWith(OF_SPRING_BOOT) && loader instanceof URLClassLoader);
  }

  /** A class file, or null when the class loader has to be asked. */
  byte @Nullable [] read(ClassLoader loader, String internalName) throws IOException {
    if (modular.contains(Names.packageOf(internalName))) {
      return null;
    }
    String file = internalName.concat(".class");
    // That of an executable jar has its launcher above it, and no class of the application.
    URL url = (loader instanceof URLClassLoader own ? own : entries).findResource(file);
    return url == null ? null : read(url);
  }

  private byte @Nullable [] read(URL url) throws IOException {
    String place = url.toString();
    int end = place.lastIndexOf("!/");
    if (end < 0 || place.indexOf('%', end) >= 0) {
      return ClassFiles.read(url);
    }
    String name = place.substring(end + 2);
    String jar = place.substring(0, end + 2);
    JarFile file = open.get(jar);
    if (file == null) {
      file = open(url, jar);
    }
    ZipEntry entry = file == null ? null : file.getEntry(name);
    if (file == null || entry == null) {
      return ClassFiles.read(url);
    }
    try (InputStream in = file.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private @Nullable JarFile open(URL entry, String jar) throws IOException {
    // From the entry's own URL: nobody else may know how to open its protocol.
    URLConnection connection = new URL(entry, jar).openConnection();
    connection.setUseCaches(false);
    if (!(connection instanceof JarURLConnection of)) {
      return null;
    }
    JarFile opened = of.getJarFile();
    JarFile earlier = open.putIfAbsent(jar, opened);
    if (earlier != null) {
      opened.close();
      return earlier;
    }
    return opened;
  }
}
