package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The tests that a page of the documentation names, and its table. */
final class NamedTests {

  private static final Path ROOT = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final List<String> FOLDERS =
      List.of("agent", "annotations/processor", "core", "core/testkit");

  private NamedTests() {}

  /** The rows of the table of a page, without its head. */
  static List<String> rows(String page) throws IOException {
    return Files.readAllLines(ROOT.resolve("docs").resolve(page), UTF_8).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| |"))
        .toList();
  }

  /** Whether a row names a test in its last cell. */
  static boolean hasTest(String row) {
    return TEST.matcher(lastCell(row)).find();
  }

  /** For each test that is named in the last cells, whether it exists. */
  static Stream<DynamicTest> exist(List<String> rows) {
    return rows.stream()
        .map(NamedTests::lastCell)
        .flatMap(cell -> TEST.matcher(cell).results())
        .map(named -> List.of(named.group(1), named.group(2)))
        .distinct()
        .map(
            named ->
                DynamicTest.dynamicTest(
                    String.join(".", named), () -> assertExists(named.get(0), named.get(1))));
  }

  private static void assertExists(String type, String method) throws IOException {
    Pattern declaration = Pattern.compile("(?m)^  \\S.*\\b" + method + "\\(");
    assertThat(source(type)).as("the source of %s", type).containsPattern(declaration);
  }

  private static String source(String type) throws IOException {
    for (String folder : FOLDERS) {
      Path tests = ROOT.resolve(folder).resolve("src/test/java");
      try (Stream<Path> files = Files.walk(tests)) {
        Path found = files.filter(file -> file.endsWith(type + ".java")).findFirst().orElse(null);
        if (found != null) {
          return Files.readString(found, UTF_8);
        }
      }
    }
    return "";
  }

  private static String lastCell(String row) {
    String cells = row.substring(0, row.lastIndexOf('|'));
    return cells.substring(cells.lastIndexOf('|') + 1);
  }
}
