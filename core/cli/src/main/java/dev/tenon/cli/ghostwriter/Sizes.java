package dev.tenon.cli.ghostwriter;

import dev.tenon.cli.source.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how long texts and how large collections are. */
final class Sizes {

  private Sizes() {}

  /**
   * Adds the calls that say it.
   *
   * @param made the argument whose size may depend on others; null for what is inside of one
   * @param what {@code Length} or {@code Size}
   */
  static void add(Limits limits, @Nullable Argument made, String what, List<Doc> calls) {
    String least = expression(limits.smallest(), made == null ? List.of() : made.from(), true);
    String most = expression(limits.largest(), made == null ? List.of() : made.upTo(), false);
    if (!least.isEmpty() && least.equals(most)) {
      calls.add(Doc.text("of" + what + "(" + least + ")"));
      return;
    }
    if (!least.isEmpty()) {
      calls.add(Doc.text("ofMin" + what + "(" + least + ")"));
    }
    if (!most.isEmpty()) {
      calls.add(Doc.text("ofMax" + what + "(" + most + ")"));
    }
  }

  private static String expression(@Nullable Bound bound, List<String> made, boolean isLeast) {
    String number =
        bound == null ? "" : (isLeast ? Numbers.first(bound) : Numbers.last(bound)).toPlainString();
    if (made.isEmpty() || number.isEmpty()) {
      return made.isEmpty() ? number : made.get(0);
    }
    return "Math." + (isLeast ? "max" : "min") + "(" + number + ", " + made.get(0) + ")";
  }
}
