package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.model.classfile.IndexFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a class loader can see without loading a class.
 *
 * <p>Connections are never cached: a cached one shares its jar file with the application, and
 * closing it here would close it there.
 */
final class ClassFiles {

  private static final String INDEX = "META-INF/services/dev.tenon.contract.Seam";
  private static final String HOLDERS = "META-INF/services/dev.tenon.contract.ContractFor";
  private static final String VIEWS = "META-INF/services/dev.tenon.contract.Assumes";

  private ClassFiles() {}

  /** Whether the loader has the class file. */
  static boolean has(ClassLoader loader, String internalName) {
    return Layers.find(loader, internalName.concat(".class")) != null;
  }

  /** The class file, or null when the loader has none. */
  static byte @Nullable [] read(ClassLoader loader, String internalName) throws IOException {
    byte[] found = ClassPath.covers(loader) ? Lasting.PATH.read(loader, internalName) : null;
    if (found != null) {
      return found;
    }
    URL url = Layers.find(loader, internalName.concat(".class"));
    return url == null ? null : read(url);
  }

  /** Where the loader finds a class file, as text; empty when it has none. */
  static String place(ClassLoader loader, String internalName) {
    URL url = Layers.find(loader, internalName.concat(".class"));
    return url == null ? "" : url.toString();
  }

  /** Whether the index beside a class file, in whatever loader's jar that is, names the class. */
  static boolean isIndexedBeside(ClassLoader loader, String internalName) {
    String file = internalName.concat(".class");
    URL url = Layers.find(loader, file);
    String place = url == null ? "" : url.toString();
    if (!place.endsWith(file)) {
      return false;
    }
    Set<String> names = new LinkedHashSet<>();
    try {
      String root = place.substring(0, place.length() - file.length());
      // From the loader's own URL: nobody else may know how to open its protocol.
      addNames(new String(read(new URL(url, root.concat(INDEX))), UTF_8), names);
    } catch (IOException absent) {
      return false;
    }
    return names.contains(internalName.replace('/', '.'));
  }

  /** Whether a class is read from the JDK itself. */
  static boolean isOfTheJdk(ClassLoader loader, String internalName) {
    URL url = Layers.find(loader, internalName.concat(".class"));
    return url != null && url.getProtocol().equals("jrt");
  }

  /** The binary names that the indexes visible from this loader name. */
  static Set<String> index(ClassLoader loader) throws IOException {
    return names(loader, INDEX);
  }

  /** The binary names of the holders that the indexes visible from this loader name. */
  static Set<String> holders(ClassLoader loader) throws IOException {
    return names(loader, HOLDERS);
  }

  /** The binary names of the views that the indexes visible from this loader name. */
  static Set<String> views(ClassLoader loader) throws IOException {
    return names(loader, VIEWS);
  }

  private static Set<String> names(ClassLoader loader, String path) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (URL file : IndexFiles.of(loader, path)) {
      addNames(new String(read(file), UTF_8), names);
    }
    return names;
  }

  static byte[] read(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return in.readAllBytes();
    }
  }

  /** One name a line, {@code #} begins a comment. */
  static void addNames(String text, Set<String> names) {
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      String line = text.substring(from, end < 0 ? text.length() : end);
      int comment = line.indexOf('#');
      String name = (comment < 0 ? line : line.substring(0, comment)).trim();
      if (!name.isEmpty()) {
        names.add(name);
      }
      from = end < 0 ? text.length() : end + 1;
    }
  }

  /** Made when it is needed first: an application without contracts never does. */
  private static final class Lasting {

    static final ClassPath PATH = new ClassPath();
  }
}
