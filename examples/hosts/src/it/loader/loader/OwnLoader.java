package loader;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/** A system class loader that reads the class path itself, and asks its parent last. */
public class OwnLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  public OwnLoader(ClassLoader parent) {
    super(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(OwnLoader::url)
            .toArray(URL[]::new),
        parent);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /** The JVM calls this for each agent; without it no agent starts. */
  void appendToClassPathForInstrumentation(String path) {
    addURL(url(path));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try {
        return findClass(name);
      } catch (ClassNotFoundException absent) {
        return super.loadClass(name, resolve);
      }
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }
}
