package dev.tenon.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
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
  private static final String SUFFIX = ".class";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final ProtectionDomain domain;

  AgentClassLoader(JarFile jar, ProtectionDomain domain) throws IOException {
    super("tenon-agent", getPlatformClassLoader());
    this.jar = jar;
    this.domain = domain;
    Manifest manifest = jar.getManifest();
    String version =
        manifest == null
            ? null
            : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    definePackage(getClass().getPackageName(), null, null, null, null, version, null, null);
  }

  /** What can only be here is not asked of the JDK first, which would throw for each class. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("dev.tenon.") && !name.startsWith("net.bytebuddy.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
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

  /** The class files that are here, under the names that they have elsewhere. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    if (name.endsWith(SUFFIX)) {
      try {
        byte[] bytes = read(name.substring(0, name.length() - SUFFIX.length()));
        if (bytes != null) {
          return new ByteArrayInputStream(bytes);
        }
      } catch (IOException unreadable) {
        return null;
      }
    }
    return super.getResourceAsStream(name);
  }

  /** The bytes of a class by its internal name, or null when it is not here. */
  byte @Nullable [] read(String internalName) throws IOException {
    ZipEntry entry = jar.getEntry(ROOT + internalName + ".classdata");
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
