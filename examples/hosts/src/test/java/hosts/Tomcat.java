package hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Embedded Tomcat, and web applications for it. */
final class Tomcat {

  private static final List<String> FLAGS =
      List.of(
          // What Tomcat looks through for leaks, whenever an application is stopped.
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
          // Newer JDKs keep softly what older ones keep strongly.
          "-XX:SoftRefLRUPolicyMSPerMB=0");

  private final Path directory;

  /** Tomcat, of which the files lie below a directory. */
  Tomcat(Path directory) {
    this.directory = directory;
  }

  private static List<Path> libraries() {
    return Application.host("tomcat");
  }

  /** An application with all that it needs, core among it. */
  String application(String name, String condition) throws IOException {
    return application(name, condition, Application.core(), List.of());
  }

  /**
   * An application.
   *
   * @param name where it answers
   * @param condition what stands in place of {@code amount > 0}
   * @param own what it brings along
   * @param shared what the server has: the seam of rates, or nothing
   */
  String application(String name, String condition, List<Path> own, List<Path> shared)
      throws IOException {
    Path root = Files.createDirectories(directory.resolve(name));
    List<String> folders = new ArrayList<>(List.of("till/bank", "till/iron", "till/gold"));
    folders.addAll(List.of("till/shop", "servlet"));
    if (shared.isEmpty()) {
      folders.add("till/rates");
    }
    new Application(root.resolve("WEB-INF/classes"), folders.toArray(new String[0]))
        .with(libraries())
        .with(shared)
        .compile(Map.of("amount > 0", condition));
    Path lib = Files.createDirectories(root.resolve("WEB-INF/lib"));
    for (Path library : own) {
      Files.copy(library, lib.resolve(library.getFileName()));
    }
    return root.toString();
  }

  /**
   * Starts it.
   *
   * @param flags of the JVM
   * @param shared what is on its class path beside it
   * @param arguments the applications
   */
  Host start(List<String> flags, List<Path> shared, String... arguments) {
    List<Path> path = new ArrayList<>(libraries());
    path.add(new Application(directory.resolve("server"), "tomcat").with(libraries()).compile());
    path.addAll(shared);
    List<String> command = new ArrayList<>(flags);
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", Application.path(path), "server.TomcatServer"));
    command.addAll(List.of(arguments));
    return Host.launch(directory, command);
  }
}
