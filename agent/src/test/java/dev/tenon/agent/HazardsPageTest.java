package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/hazards.md has every hazard, and each is met by tests that exist. */
class HazardsPageTest {

  private static final int HAZARDS = 40;

  @TestFactory
  Stream<DynamicTest> every_test_that_the_page_names_exists() throws IOException {
    return NamedTests.exist(NamedTests.rows("hazards.md"));
  }

  @Test
  void every_number_is_there_once_and_in_order() throws IOException {
    List<String> numbers =
        NamedTests.rows("hazards.md").stream()
            .map(row -> row.substring(2, row.indexOf(" |", 2)))
            .toList();
    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, HAZARDS).mapToObj(Integer::toString).toList());
  }

  @Test
  void every_hazard_has_a_test() throws IOException {
    assertThat(NamedTests.rows("hazards.md")).allMatch(NamedTests::hasTest);
  }
}
