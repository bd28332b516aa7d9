package dev.tenon.model.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferencePageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().getParent().resolve("docs/reference.md");

  @Test
  void the_page_lists_every_setting_as_it_is() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.startsWith("| key |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertThat(rows)
        .isNotEmpty()
        .containsExactlyElementsOf(
            Arrays.stream(Setting.values()).map(ReferencePageTest::row).toList());
  }

  private static String row(Setting setting) {
    String values =
        setting.choices().isEmpty()
            ? setting.isNumber() ? "0 to 10000" : "patterns"
            : setting.choices().stream()
                .map(ReferencePageTest::code)
                .collect(Collectors.joining(", "));
    String byDefault = setting.byDefault().isEmpty() ? "" : code(setting.byDefault());
    return List.of(code(setting.key()), values, byDefault, setting.readBy(), setting.meaning())
        .stream()
        .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
        .collect(Collectors.joining("", "|", ""));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
