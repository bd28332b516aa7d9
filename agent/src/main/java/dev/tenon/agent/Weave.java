package dev.tenon.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    try (OpenBuild build = new OpenBuild(classes, classPath, options)) {
      return build.write();
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
