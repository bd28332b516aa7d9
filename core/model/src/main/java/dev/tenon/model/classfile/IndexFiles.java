package dev.tenon.model.classfile;

import java.io.File;
import java.io.IOException;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of one path, one in each jar or folder, that a class loader sees.
 *
 * <p>Of a module that is patched ({@code --patch-module}, as for tests in the module's own
 * packages) a class loader finds the patch's file alone. What the module has at its own place
 * counts as well, since its classes are there.
 *
 * <p>Thread-safe.
 */
public final class IndexFiles {

  private IndexFiles() {}

  /**
   * The files that a loader sees.
   *
   * @param loader the loader
   * @param path of the files, below the roots of jars and folders
   * @return where they are; empty without any
   * @throws IOException if the loader or a jar cannot be read
   */
  public static List<URL> of(ClassLoader loader, String path) throws IOException {
    List<URL> files = new ArrayList<>();
    Enumeration<URL> seen = loader.getResources(path);
    while (seen != null && seen.hasMoreElements()) {
      files.add(seen.nextElement());
    }
    if (!files.isEmpty() && !Booted.MODULES.isEmpty()) {
      files.addAll(hidden(loader, path, files));
    }
    return files;
  }

  /** A file that hides another is at the place of no module: without one, nothing is looked for. */
  private static List<URL> hidden(ClassLoader loader, String path, List<URL> files)
      throws IOException {
    Set<String> elsewhere = new HashSet<>();
    for (URL file : files) {
      elsewhere.add(place(file));
    }
    List<Original> unseen = new ArrayList<>();
    for (Original module : Booted.MODULES) {
      if (!elsewhere.remove(place(module.url(path))) && module.isSeenBy(loader)) {
        unseen.add(module);
      }
    }
    List<URL> hidden = new ArrayList<>();
    if (!elsewhere.isEmpty()) {
      for (Original module : unseen) {
        if (module.has(path)) {
          hidden.add(module.url(path));
        }
      }
    }
    return hidden;
  }

  /** Some say {@code file:/}, some {@code file:///}. */
  private static String place(URL file) {
    return file.toString().replace("file:///", "file:/");
  }

  /** Where a module of the boot layer was found, whatever patches it. */
  private static final class Original {

    private final ClassLoader owner;
    private final URI location;
    private final File file;

    Original(ClassLoader owner, URI location) {
      this.owner = owner;
      this.location = location;
      this.file = new File(location);
    }

    boolean isSeenBy(ClassLoader loader) {
      for (ClassLoader at = loader; at != null; at = at.getParent()) {
        if (at == owner) {
          return true;
        }
      }
      return false;
    }

    URL url(String path) throws IOException {
      return location.getPath().endsWith("/")
          ? new URL(location.toURL(), path)
          : new URL("jar:".concat(location.toString()).concat("!/").concat(path));
    }

    boolean has(String path) throws IOException {
      if (!file.isFile()) {
        return new File(file, path).isFile();
      }
      try (ZipFile jar = new ZipFile(file)) {
        return jar.getEntry(path) != null;
      }
    }
  }

  /** Only the JVM's first layer can be patched, and it never changes. */
  private static final class Booted {

    static final List<Original> MODULES = modules();

    private static List<Original> modules() {
      List<Original> modules = new ArrayList<>();
      for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
        URI location = module.reference().location().orElse(null);
        ClassLoader owner = loader(module.name());
        if (owner != null && location != null && "file".equals(location.getScheme())) {
          modules.add(new Original(owner, location));
        }
      }
      return modules;
    }

    private static @Nullable ClassLoader loader(String module) {
      Module found = ModuleLayer.boot().findModule(module).orElse(null);
      return found == null ? null : found.getClassLoader();
    }
  }
}
