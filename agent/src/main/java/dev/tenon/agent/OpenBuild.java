package dev.tenon.agent;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder of classes that are to be woven at build, opened: its classes have been looked at, and
 * nothing has been written yet. What does that is in the agent's own loader.
 */
final class OpenBuild implements Closeable {

  private final List<Closeable> resources = new ArrayList<>();
  private final Object build;

  /**
   * Opens it.
   *
   * @param classes the folder
   * @param classPath what else the classes see, tenon-core included
   * @param options what counts at build, as {@code seams=com.acme..*}; may be empty
   * @throws IllegalStateException if something cannot be woven at build; the message lists it with
   *     what to do
   * @throws IllegalArgumentException if an option is not valid, there is no such folder, or an
   *     entry of the class path does not exist
   * @throws IOException if a file cannot be read
   */
  OpenBuild(Path classes, List<Path> classPath, String options) throws IOException {
    requireAll(classes, classPath);
    try {
      Class<?> type = Class.forName("dev.tenon.agent.Build", true, inner());
      ClassLoader seen = seen(classes, classPath);
      build =
          call(
              type.getMethod("of", Path.class, ClassLoader.class, String.class),
              null,
              classes,
              seen,
              options);
    } catch (ReflectiveOperationException impossible) {
      close();
      throw new IllegalStateException("this is no tenon-agent.jar: " + own(), impossible);
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /** The JVM passes over what is missing; here it would be a seam that goes unchecked. */
  private static void requireAll(Path classes, List<Path> classPath) {
    if (!Files.isDirectory(classes)) {
      throw new IllegalArgumentException("no folder of classes: " + classes);
    }
    for (Path entry : classPath) {
      if (!Files.exists(entry)) {
        throw new IllegalArgumentException("no such entry on the class path: " + entry);
      }
    }
  }

  private @Nullable ClassLoader inner() throws IOException {
    Path own = own();
    if (Files.isDirectory(own)) {
      return OpenBuild.class.getClassLoader();
    }
    JarFile jar = new JarFile(own.toFile(), false);
    resources.add(jar);
    return new AgentClassLoader(jar, OpenBuild.class.getProtectionDomain());
  }

  private ClassLoader seen(Path classes, List<Path> classPath) throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(classes.toUri().toURL());
    for (Path entry : classPath) {
      urls.add(entry.toUri().toURL());
    }
    URLClassLoader loader =
        new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    resources.add(loader);
    return loader;
  }

  private static Path own() {
    try {
      return Path.of(OpenBuild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Writes what is woven into the folder, with a record; what was done, as one line. */
  String write() throws IOException {
    return String.valueOf(call("write"));
  }

  /**
   * Writes the record alone, and leaves the rest to somebody else.
   *
   * @return by internal name, for each class that changes, what weaves it as it has become by then
   */
  @SuppressWarnings("unchecked")
  Map<String, UnaryOperator<byte[]>> handOver() throws IOException {
    return (Map<String, UnaryOperator<byte[]>>) call("handOver");
  }

  /** By internal name, the classes that are added. */
  @SuppressWarnings("unchecked")
  Map<String, byte[]> added() throws IOException {
    return (Map<String, byte[]>) call("added");
  }

  private Object call(String method) throws IOException {
    try {
      return call(build.getClass().getMethod(method), build);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("this is no tenon-agent.jar: " + own(), impossible);
    }
  }

  private static Object call(Method method, @Nullable Object receiver, Object... arguments)
      throws IOException, ReflectiveOperationException {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof IOException unreadable) {
        throw unreadable;
      }
      if (cause instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("weaving at build failed: " + cause, cause);
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : resources) {
      each.close();
    }
  }
}
