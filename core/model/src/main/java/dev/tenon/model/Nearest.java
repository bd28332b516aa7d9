package dev.tenon.model;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what a misspelt name was meant to be. */
public final class Nearest {

  private Nearest() {}

  /**
   * The valid name that is nearest by edit distance; letter case does not count.
   *
   * @param name the name as written
   * @param valid the valid names
   * @return the nearest, the first of equally near ones; null when none is near enough to be meant
   */
  public static @Nullable String of(String name, Collection<String> valid) {
    String best = null;
    int bestDistance = Math.max(2, name.length() / 2) + 1;
    for (String candidate : valid) {
      int distance = distance(name, candidate);
      if (distance < bestDistance && distance < Math.max(name.length(), candidate.length())) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = previous[column - 1] + cost(from.charAt(row - 1), to.charAt(column - 1));
        int other = Math.min(previous[column], current[column - 1]) + 1;
        current[column] = Math.min(replaced, other);
      }
      previous = current;
    }
    return previous[to.length()];
  }

  private static int cost(char one, char other) {
    return Character.toLowerCase(one) == Character.toLowerCase(other) ? 0 : 1;
  }
}
