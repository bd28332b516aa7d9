package dev.tenon.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The metadata for editors says what the settings say. */
class MetadataTest {

  private static final Map<String, Object> METADATA = metadata();

  @Test
  void every_setting_has_an_entry_and_every_entry_a_setting() {
    List<String> expected = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      expected.add(describe(name(setting), type(setting), setting.byDefault(), setting.meaning()));
    }
    assertThat(list("properties"))
        .map(
            entry ->
                describe(
                    entry.get("name"),
                    entry.get("type"),
                    entry.getOrDefault("defaultValue", ""),
                    entry.get("description")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void every_choice_is_a_hint() {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      if (!setting.choices().isEmpty()) {
        String name = setting == Setting.MODE_OF_PATTERN ? "tenon.mode.values" : name(setting);
        expected.put(name, setting.choices());
      }
    }
    Map<String, List<String>> hints = new LinkedHashMap<>();
    for (Map<String, Object> hint : list("hints")) {
      hints.put(
          String.valueOf(hint.get("name")),
          maps(hint.get("values")).stream()
              .map(each -> String.valueOf(each.get("value")))
              .toList());
    }
    assertThat(hints).hasSizeGreaterThan(4).isEqualTo(expected);
  }

  private static String describe(Object name, Object type, Object byDefault, Object meaning) {
    return name + " | " + type + " | " + byDefault + " | " + meaning;
  }

  private static String name(Setting setting) {
    return setting == Setting.MODE_OF_PATTERN ? "tenon.mode" : "tenon." + setting.key();
  }

  private static String type(Setting setting) {
    if (setting == Setting.MODE_OF_PATTERN) {
      return "java.util.Map<java.lang.String,java.lang.String>";
    }
    if (setting.isPattern()) {
      return "java.util.List<java.lang.String>";
    }
    if (setting.isNumber()) {
      return "java.lang.Integer";
    }
    return setting.choices().equals(List.of("true", "false"))
        ? "java.lang.Boolean"
        : "java.lang.String";
  }

  private static List<Map<String, Object>> list(String name) {
    return maps(METADATA.get(name));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object list) {
    return (List<Map<String, Object>>) list;
  }

  private static Map<String, Object> metadata() {
    try (InputStream in =
        MetadataTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      // JSON is YAML; what Spring Boot itself can read without another library is not all of JSON.
      return new Yaml().load(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
