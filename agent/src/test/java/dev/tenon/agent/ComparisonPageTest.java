package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/comparison.md says of Tenon is shown by tests that exist. */
class ComparisonPageTest {

  @TestFactory
  Stream<DynamicTest> every_test_that_the_page_names_exists() throws IOException {
    return NamedTests.exist(NamedTests.rows("comparison.md"));
  }

  @Test
  void every_row_has_a_test() throws IOException {
    List<String> rows = NamedTests.rows("comparison.md");
    assertThat(rows).hasSizeGreaterThan(25).allMatch(NamedTests::hasTest);
  }
}
