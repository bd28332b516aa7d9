package shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Pays the transfers of a statement file: the one given, or the one that comes with the example.
 */
public final class Main {

  private static final String SHIPPED = "transfers.csv";
  private static final int UNREADABLE = 2;

  private Main() {}

  /**
   * Runs one day.
   *
   * @param arguments the path of a statement file, or nothing
   */
  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    String name = arguments.length == 0 ? SHIPPED : arguments[0];
    List<Entry> entries;
    try (InputStream file =
        arguments.length == 0 ? shipped() : Files.newInputStream(Path.of(name))) {
      entries = Statement.read(file);
    } catch (IOException | IllegalArgumentException unreadable) {
      err.println("cannot read the statement file " + name);
      return UNREADABLE;
    }
    new Day(out).run(name, entries);
    return 0;
  }

  private static InputStream shipped() throws IOException {
    InputStream file = Main.class.getResourceAsStream(SHIPPED);
    if (file == null) {
      throw new IOException("the jar has no " + SHIPPED);
    }
    return file;
  }
}
