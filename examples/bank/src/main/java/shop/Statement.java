package shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a statement file: a header, then one transfer on each line. */
final class Statement {

  static final String HEADER = "route,from,to,amount,memo";

  private static final int FIELDS = 5;

  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setTrim(true).get();

  private Statement() {}

  /** Reads a file to its end; lines that are no transfer are among the entries. */
  static List<Entry> read(InputStream file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !(number == 1 && line.equals(HEADER))) {
        entries.add(entry(number, line));
      }
    }
    return entries;
  }

  /** Line by line, so that a quote that is never closed cannot swallow the rest of the file. */
  private static Entry entry(int number, String line) {
    try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
      return order(number, parser.getRecords().get(0));
    } catch (IOException | UncheckedIOException unreadable) {
      return new Entry.Malformed(number, "a quoted field does not end as it should");
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      return new Entry.Malformed(number, wrong.getMessage());
    }
  }

  private static Entry order(int number, CSVRecord fields) {
    if (fields.size() != FIELDS) {
      String found = fields.size() == 1 ? "1 field" : fields.size() + " fields";
      throw new IllegalArgumentException(found + " instead of " + FIELDS);
    }
    String memo = fields.get(4).isEmpty() ? null : fields.get(4);
    return new Entry.Order(
        number, route(fields.get(0)), fields.get(1), fields.get(2), cents(fields.get(3)), memo);
  }

  private static Entry.Route route(String text) {
    for (Entry.Route route : Entry.Route.values()) {
      if (route.name().toLowerCase(Locale.ROOT).equals(text)) {
        return route;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no route");
  }

  private static long cents(String text) {
    try {
      return new BigDecimal(text).movePointRight(2).longValueExact();
    } catch (NumberFormatException | ArithmeticException wrong) {
      throw new IllegalArgumentException("'" + text + "' is no amount", wrong);
    }
  }
}
