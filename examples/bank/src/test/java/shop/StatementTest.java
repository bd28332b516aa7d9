package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

  private static final long SEED = 2026;

  @Test
  void a_line_is_an_order() throws IOException {
    assertThat(read("route,from,to,amount,memo\nexpress,A-01,A-02,12.5,\"bread, milk\"\n"))
        .containsExactly(
            new Entry.Order(2, Entry.Route.EXPRESS, "A-01", "A-02", 1250, "bread, milk"));
  }

  @Test
  void an_empty_memo_is_none() throws IOException {
    assertThat(read("standard,A-01,A-02,3,\n"))
        .containsExactly(new Entry.Order(1, Entry.Route.STANDARD, "A-01", "A-02", 300, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "standard,A-01,A-02,3 | 4 fields instead of 5",
        "pigeon,A-01,A-02,3, | 'pigeon' is no route",
        "standard,A-01,A-02,many, | 'many' is no amount",
        "standard,A-01,A-02,0.005, | '0.005' is no amount",
        "standard,A-01,A-02,1E999999999, | '1E999999999' is no amount",
        "standard,A-01,A-02,3,\"rent | a quoted field does not end as it should",
        "standard,A-01,A-02,3,\"rent\"x | a quoted field does not end as it should"
      })
  void a_malformed_line_is_named_and_the_rest_is_read(String line, String reason)
      throws IOException {
    assertThat(read("standard,A-01,A-02,1,a\n\n" + line + "\nstandard,A-01,A-02,2,b\n"))
        .hasSize(3)
        .element(1)
        .isEqualTo(new Entry.Malformed(3, reason));
  }

  @Test
  void the_shipped_file_is_what_the_generator_writes() throws IOException {
    try (InputStream file = Main.class.getResourceAsStream("transfers.csv")) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactlyElementsOf(StatementGenerator.lines(SEED));
    }
  }

  private static List<Entry> read(String text) throws IOException {
    return Statement.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
