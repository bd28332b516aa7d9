package dev.tenon.testkit.suite;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a case does, while it does it: later the values are others.
 *
 * <p>Writing costs more than the case, so that only the case that is reported is written.
 */
class Narration {

  /** For cases that nobody reads. */
  static final Narration SILENT = new Narration();

  void before(Method method, List<@Nullable Object> arguments) {
    // Nobody reads it.
  }

  void after(@Nullable Object result) {
    // Nobody reads it.
  }

  void changed(Object value, String how) {
    // Nobody reads it.
  }

  /** Writes Java. */
  static final class Written extends Narration {

    private final SourceText source = new SourceText();
    private final List<String> calls = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Override
    void before(Method method, List<@Nullable Object> arguments) {
      lines.addAll(source.declared(arguments));
      String call = method.getName() + "(" + source.list(arguments) + ")";
      calls.add(call);
      lines.add("supplier." + call + ";");
    }

    @Override
    void after(@Nullable Object result) {
      if (Meddling.isPossible(result) && result != null) {
        int last = lines.size() - 1;
        lines.set(last, source.assigned(result, lines.get(last)));
      }
    }

    @Override
    void changed(Object value, String how) {
      String name = source.of(value);
      String changed = name + String.format(how, name) + ";";
      calls.add(changed);
      lines.add(changed);
    }

    List<String> calls() {
      return List.copyOf(calls);
    }

    List<String> lines() {
      return List.copyOf(lines);
    }
  }
}
