package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BankIT {

  @Test
  void with_the_agent_every_fault_is_named_and_the_books_balance() throws Exception {
    Fork fork = Fork.withAgent();
    assertThat(fork.out()).isEqualTo(golden("with-agent.txt"));
    assertThat(fork.status()).isZero();
  }

  @Test
  void with_the_agent_the_start_up_line_counts_the_seam() throws Exception {
    assertThat(Fork.withAgent().err()).contains("1 seam known").doesNotContain("did not start");
  }

  @Test
  void without_the_agent_only_the_totals_are_wrong() throws Exception {
    Fork fork = Fork.withoutAgent();
    assertThat(fork.out()).isEqualTo(golden("without-agent.txt"));
    assertThat(fork.err()).isEmpty();
    assertThat(fork.status()).isZero();
  }

  @Test
  void another_file_can_be_given(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("one.csv");
    Files.writeString(file, "standard,A-01,A-02,5000.00,rent\nnonsense\n");
    assertThat(Fork.withAgent(file.toString()).out())
        .contains("requires  amount <= from.balance()")
        .contains("line 2 is malformed: 1 field instead of 5")
        .endsWith("The books balance at 48,000.00.\n");
  }

  @Test
  void a_missing_file_gets_one_line_and_status_2() throws Exception {
    Fork fork = Fork.withoutAgent("nowhere.csv");
    assertThat(fork.status()).isEqualTo(2);
    assertThat(fork.out()).isEmpty();
    assertThat(fork.err().lines()).containsExactly("cannot read the statement file nowhere.csv");
  }

  @Test
  void a_folder_is_no_statement_file(@TempDir Path folder) throws Exception {
    assertThat(Fork.withoutAgent(folder.toString()).status()).isEqualTo(2);
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = BankIT.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
