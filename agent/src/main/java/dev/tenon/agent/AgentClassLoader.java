package dev.tenon.agent;

import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Holds the agent and its libraries apart from the application: its classes are entries that no
 * other loader takes for classes, and its parent knows only the JDK.
 *
 * <p>Thread-safe and parallel-capable: classes of the agent are needed on every thread that loads
 * classes.
 */
final class AgentClassLoader extends ClassLoader {

  private static final String ROOT = "inst/";
  private static final String VERSIONS = ROOT + "META-INF/versions/";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final ProtectionDomain domain;
  private final String[] roots;

  AgentClassLoader(JarFile jar, ProtectionDomain domain) {
    super("tenon-agent", getPlatformClassLoader());
    this.jar = jar;
    this.domain = domain;
    this.roots = roots(jar, Runtime.version().feature());
  }

  /** The newest first, as in a multi-release jar; that jars nest here is our own convention. */
  private static String[] roots(JarFile jar, int feature) {
    StringBuilder found = new StringBuilder();
    for (int version = feature; version >= 9; version--) {
      if (jar.getEntry(VERSIONS + version + "/") != null) {
        found.append(VERSIONS).append(version).append("/ ");
      }
    }
    return found.append(ROOT).toString().split(" ");
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes;
    try {
      bytes = read(name.replace('.', '/'));
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    // Reading may have loaded classes of the JDK, and with them, through the transformer, this one.
    Class<?> meanwhile = findLoadedClass(name);
    return meanwhile != null ? meanwhile : defineClass(name, bytes, 0, bytes.length, domain);
  }

  /** The bytes of a class by its internal name, or null when it is not here. */
  byte @Nullable [] read(String internalName) throws IOException {
    for (String root : roots) {
      ZipEntry entry = jar.getEntry(root + internalName + ".classdata");
      if (entry != null) {
        try (InputStream in = jar.getInputStream(entry)) {
          return in.readAllBytes();
        }
      }
    }
    return null;
  }
}
