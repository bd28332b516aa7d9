package dev.tenon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.linking.Joints;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WovenRecordTest {

  private static final String SUM = Joints.checksum("first".getBytes(UTF_8));

  @TempDir private Path directory;

  private WovenRecord record(String text, String... folders) throws IOException {
    write(directory.resolve("record").resolve(Joints.RECORD), text);
    URL[] urls = new URL[folders.length + 1];
    for (int i = 0; i < folders.length; i++) {
      write(directory.resolve(folders[i]).resolve("shop/Till.class"), folders[i]);
      urls[i] = directory.resolve(folders[i]).toUri().toURL();
    }
    urls[folders.length] = directory.resolve("record").toUri().toURL();
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      return WovenRecord.of(loader);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void a_class_that_is_as_the_build_left_it_was_looked_at_for_what_its_line_says()
      throws IOException {
    WovenRecord record =
        record("shop.Till # nothing to weave for bank.A,bank.B in " + SUM, "first");

    assertThat(record.of("shop.Till")).isEqualTo(Set.of("bank.A", "bank.B"));
    assertThat(record.of("shop.Other")).isNull();
    assertThat(record.faults()).isEmpty();
    assertThat(record.names()).containsExactly("bank.A", "bank.B");
  }

  @Test
  void one_that_is_not_is_a_fault_of_all_that_its_lines_name() throws IOException {
    WovenRecord record =
        record(
            "shop.Till # woven for bank.A\nshop.Till # nothing to weave for bank.B in " + SUM,
            "second");

    assertThat(record.faults())
        .containsEntry(
            "bank.A",
            "shop.Till was woven at build and has been compiled again since; weave it after each"
                + " compilation")
        .containsEntry(
            "bank.B",
            "shop.Till was looked at at build and has been compiled again since; weave it after"
                + " each compilation");
  }

  @Test
  void of_a_class_that_is_there_twice_the_lines_of_the_first_count() throws IOException {
    WovenRecord record =
        record(
            "shop.Till # nothing to weave for bank.B in 1\n"
                + "shop.Till # nothing to weave for bank.A in "
                + SUM,
            "first",
            "second");

    assertThat(record.of("shop.Till")).containsExactly("bank.A");
    assertThat(record.faults()).isEmpty();
  }

  @Test
  void a_class_that_was_taken_out_is_no_fault() throws IOException {
    WovenRecord record = record("shop.Gone # woven for bank.A", "first");

    assertThat(record.faults()).isEmpty();
  }

  @Test
  void a_line_that_was_cut_is_a_fault() throws IOException {
    WovenRecord record = record("shop.Till\nshop.Other # nothing to weave for bank.A\n\n", "first");

    assertThat(record.faults()).containsOnlyKeys("shop.Other", "shop.Till");
    assertThat(record.faults().get("shop.Till"))
        .startsWith("the record of what was woven at build was cut where jars were joined");
    assertThat(record.isEmpty()).isFalse();
  }
}
