package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documentation quotes what the example prints. */
class QuotedReportsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Pattern BLOCK = Pattern.compile("(?m)^```\\w*\\n(.*?)^```$", Pattern.DOTALL);
  private static final Pattern SEAM = Pattern.compile("(?m)^  seam {6}bank\\.");

  @Test
  void the_reports_in_the_documentation_are_those_that_are_printed() throws IOException {
    String printed = printed("with-agent.txt");
    assertThat(quotedIn("README.md", "docs/blame.md"))
        .hasSize(3)
        .allSatisfy(report -> assertThat(printed).contains(report));
  }

  @Test
  void the_readme_quotes_the_last_line_without_the_agent() throws IOException {
    String line = "The books do not balance by -188.34.";
    assertThat(text("README.md")).contains(line);
    assertThat(printed("without-agent.txt").lines()).contains(line);
  }

  private static List<String> quotedIn(String... pages) throws IOException {
    List<String> reports = new ArrayList<>();
    for (String page : pages) {
      Matcher block = BLOCK.matcher(text(page));
      while (block.find()) {
        if (SEAM.matcher(block.group(1)).find()) {
          reports.add(block.group(1));
        }
      }
    }
    return reports;
  }

  private static String text(String page) throws IOException {
    return Files.readString(ROOT.resolve(page)).replace("\r\n", "\n");
  }

  private static String printed(String name) throws IOException {
    try (InputStream file = QuotedReportsTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
