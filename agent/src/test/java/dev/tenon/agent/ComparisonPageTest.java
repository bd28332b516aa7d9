package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/comparison.md says of Tenon is shown by tests that exist. */
class ComparisonPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final List<String> FOLDERS =
      List.of("agent", "annotations/processor", "core", "core/testkit");

  @TestFactory
  Stream<DynamicTest> every_test_that_the_page_names_exists() throws IOException {
    return rows().stream()
        .map(ComparisonPageTest::lastCell)
        .flatMap(cell -> TEST.matcher(cell).results())
        .distinct()
        .map(
            named ->
                DynamicTest.dynamicTest(
                    named.group(), () -> assertExists(named.group(1), named.group(2))));
  }

  @Test
  void every_row_has_a_test() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(25);
    assertThat(rows()).allMatch(row -> TEST.matcher(lastCell(row)).find());
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

  private static List<String> rows() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/comparison.md"), UTF_8).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| |"))
        .toList();
  }

  private static String lastCell(String row) {
    Matcher cell = Pattern.compile("\\|([^|]*)\\|$").matcher(row);
    return cell.find() ? cell.group(1) : "";
  }
}
