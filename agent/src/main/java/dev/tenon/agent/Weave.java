package dev.tenon.agent;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes at build, for hosts that forbid agents: the entry for build tools, and a command.
 *
 * <p>Thread-safe for different folders.
 */
public final class Weave {

  private static final String USAGE =
      "usage: java -cp tenon-agent.jar dev.tenon.agent.Weave --classes FOLDER"
          + " [--class-path PATH] [--seams PATTERN]";

  private Weave() {}

  /**
   * Weaves the classes of a folder, where nobody calls this at the same time.
   *
   * @param classes the folder; what is woven in it is written anew, with a record
   * @param classPath what else the classes see, tenon-core included
   * @param options what counts at build, as {@code seams=com.acme..*}; may be empty
   * @return what was done, as one line
   * @throws IllegalStateException if something cannot be woven at build: nothing is written then,
   *     and the message lists it with what to do
   * @throws IllegalArgumentException if an option is not valid, there is no such folder, or an
   *     entry of the class path does not exist
   * @throws IOException if a file cannot be read or written
   */
  public static String weave(Path classes, List<Path> classPath, String options)
      throws IOException {
    requireAll(classes, classPath);
    Path own = own();
    try {
      if (Files.isDirectory(own)) {
        return weave(Weave.class.getClassLoader(), classes, classPath, options);
      }
      try (JarFile jar = new JarFile(own.toFile(), false)) {
        ClassLoader inner = new AgentClassLoader(jar, Weave.class.getProtectionDomain());
        return weave(inner, classes, classPath, options);
      }
    } catch (InvocationTargetException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof IOException unreadable) {
        throw unreadable;
      }
      if (cause instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("weaving at build failed: " + cause, cause);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("this is no tenon-agent.jar: " + own, impossible);
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

  private static String weave(
      @Nullable ClassLoader inner, Path classes, List<Path> classPath, String options)
      throws ReflectiveOperationException {
    return String.valueOf(
        Class.forName("dev.tenon.agent.Build", true, inner)
            .getMethod("weave", Path.class, List.class, String.class)
            .invoke(null, classes, classPath, options));
  }

  private static Path own() {
    try {
      return Path.of(Weave.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The command. Its exit code is 1 when something cannot be woven, and 2 when it was called
   * wrongly.
   *
   * @param arguments the options, each followed by its value
   */
  public static void main(String[] arguments) {
    Path classes = null;
    List<Path> classPath = new ArrayList<>();
    String options = "";
    boolean isWrong = arguments.length % 2 != 0;
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--classes" -> classes = Path.of(value);
        case "--class-path" -> {
          for (String entry : value.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
              classPath.add(Path.of(entry));
            }
          }
        }
        case "--seams" -> options = "seams=".concat(value);
        default -> isWrong = true;
      }
    }
    if (isWrong || classes == null) {
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    try {
      System.out.println("tenon: ".concat(weave(classes, classPath, options)));
    } catch (IllegalArgumentException wrong) {
      System.err.println("tenon: " + wrong.getMessage());
      System.exit(2);
    } catch (IllegalStateException | IOException refused) {
      System.err.println("tenon: " + refused.getMessage());
      System.exit(1);
    }
  }
}
