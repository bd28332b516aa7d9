package dev.tenon.reference.given;

import org.jspecify.annotations.Nullable;

/** How values are written in a line. */
public final class Shown {

  private Shown() {}

  public static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (value instanceof Long number) {
      return number + "L";
    }
    if (value instanceof Cell cell) {
      return "Cell(" + cell.value() + ", " + of(cell.next()) + ")";
    }
    if (value instanceof Pair pair) {
      return "Pair(" + pair.left() + ", " + of(pair.right()) + ")";
    }
    return value.toString();
  }
}
