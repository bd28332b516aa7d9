package dev.tenon.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of docs/architecture.md.
 *
 * @param modules each module, and the modules it may use, in the order of the page
 * @param packages each package, and the packages it may use, in the order of the page
 */
record ArchitecturePage(Map<String, Set<String>> modules, Map<String, Set<String>> packages) {

  static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  static ArchitecturePage read() {
    return new ArchitecturePage(table("module"), table("package"));
  }

  /** The rows of the table whose first column is called so: first cell to cell "may use". */
  private static Map<String, Set<String>> table(String firstColumn) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    int mayUse = -1;
    for (String line : lines()) {
      List<String> cells = List.of(line.split("\\|")).stream().map(String::trim).toList();
      if (cells.size() > 1 && cells.get(1).equals(firstColumn)) {
        mayUse = cells.indexOf("may use");
      } else if (!line.startsWith("|")) {
        mayUse = -1;
      } else if (mayUse > 0 && !cells.get(1).startsWith("-")) {
        rows.put(names(cells.get(1)).iterator().next(), names(cells.get(mayUse)));
      }
    }
    return rows;
  }

  private static Set<String> names(String cell) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(cell);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(ROOT.resolve("docs/architecture.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
