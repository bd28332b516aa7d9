package dev.tenon.internal.guard;

import dev.tenon.contract.companion.Trace;
import dev.tenon.model.Expression;
import dev.tenon.verdict.Rendering;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders the values of sub-expressions as the explaining form meets them. Confined to one thread.
 */
final class Recording extends Trace {

  private final List<Expression> expressions;
  private final Rendering rendering;
  private final @Nullable String[] values;

  Recording(List<Expression> expressions, Rendering rendering) {
    this.expressions = expressions;
    this.rendering = rendering;
    this.values = new String[expressions.size()];
  }

  @Override
  protected void record(int expression, @Nullable Object value) {
    values[expression] =
        expressions.get(expression).sensitive() ? Rendering.SENSITIVE : rendering.render(value);
  }

  /** What was met, in source order: parts that were not evaluated are left out. */
  Map<String, String> seen() {
    Map<String, String> seen = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        seen.put(expressions.get(i).text(), value);
      }
    }
    return seen;
  }
}
