package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of parts of clauses, as far as they can be told. */
public final class Known {

  private Known() {}

  /**
   * Evaluates parts.
   *
   * @param loader the loader by which clauses are read
   * @param parts the parts
   * @param known values by name of parameter, or {@code this}
   * @return a value for each part that can be told
   */
  public static Map<Node, @Nullable Object> values(
      ClassLoader loader, List<Node> parts, Map<String, @Nullable Object> known) {
    Interpreter interpreter = new Interpreter(loader, known, Map.of());
    Map<Node, @Nullable Object> values = new LinkedHashMap<>();
    for (Node each : parts) {
      try {
        values.put(each, interpreter.value(each));
      } catch (UnknownValueException unknown) {
        // The clause itself is asked in the end.
      }
    }
    return values;
  }
}
