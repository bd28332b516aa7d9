package dev.tenon.testkit.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tenon.testkit.suite.ContractReport;
import dev.tenon.testkit.suite.Count;
import dev.tenon.testkit.suite.Finding;
import dev.tenon.testkit.suite.OperationCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints what suites have seen, and writes it as JSON. */
final class Reports {

  /** The configuration parameter that names the folder. */
  static final String KEY = "dev.tenon.reports";

  private static final JsonFactory JSON = new JsonFactory();

  private final Path folder;

  private Reports(Path folder) {
    this.folder = folder;
  }

  /** Where Maven builds, unless a folder is given. */
  static Reports of(@Nullable String folder) {
    return new Reports(Path.of(folder == null ? "target/tenon" : folder));
  }

  void write(Class<?> suite, ContractReport report) {
    System.out.println(report.text());
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(suite.getName() + ".json");
      try (Writer writer = Files.newBufferedWriter(file);
          JsonGenerator json = JSON.createGenerator(writer)) {
        json.useDefaultPrettyPrinter();
        write(report, json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the report could not be written to " + folder, e);
    }
  }

  private static void write(ContractReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", 1);
    json.writeStringField("seam", report.seam());
    json.writeNumberField("seed", report.seed());
    json.writeArrayFieldStart("suppliers");
    for (Map.Entry<String, List<OperationCount>> each : report.counts().entrySet()) {
      json.writeStartObject();
      json.writeStringField("name", each.getKey());
      json.writeArrayFieldStart("operations");
      for (OperationCount count : each.getValue()) {
        write(count, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding each : report.findings()) {
      write(each, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(OperationCount count, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("operation", count.operation());
    json.writeNumberField("accepted", count.accepted());
    json.writeNumberField("tried", count.tried());
    json.writeNumberField("outside", count.outside());
    json.writeNumberField("disabled", count.disabled());
    json.writeObjectFieldStart("refused");
    for (Map.Entry<String, Long> each : new TreeMap<>(count.refused()).entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("clauses");
    for (Count each : count.clauses()) {
      json.writeStartObject();
      json.writeStringField("clause", each.clause());
      json.writeNumberField("true", each.isTrue());
      json.writeNumberField("false", each.isFalse());
      json.writeNumberField("near", each.near());
      json.writeBooleanField("neverReached", each.isNeverReached());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", finding.kind().name());
    json.writeStringField("supplier", finding.supplier());
    json.writeStringField("operation", finding.operation());
    json.writeStringField("message", finding.message());
    json.writeNumberField("tries", finding.tries());
    json.writeNumberField("seed", finding.seed());
    json.writeArrayFieldStart("calls");
    for (String each : finding.calls()) {
      json.writeString(each);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
