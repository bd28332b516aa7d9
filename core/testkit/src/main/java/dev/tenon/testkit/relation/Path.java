package dev.tenon.testkit.relation;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that clauses read: a parameter, the result or the supplier, and the accessors on the way
 * to it.
 *
 * @param root the name of the parameter, {@code result} or {@code this}
 * @param steps the names of accessors without arguments, or of fields
 */
record Path(String root, List<String> steps) {

  Path {
    steps = List.copyOf(steps);
  }

  static Path of(String root) {
    return new Path(root, List.of());
  }

  Path then(String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(root, longer);
  }

  Path before(int count) {
    return new Path(root, steps.subList(0, count));
  }

  /** Whether the other is this, or is reached through this. */
  boolean isOnTheWayTo(Path other) {
    return root.equals(other.root)
        && other.steps.size() >= steps.size()
        && other.steps.subList(0, steps.size()).equals(steps);
  }

  @Override
  public String toString() {
    return steps.isEmpty() ? root : root + "." + String.join("().", steps) + "()";
  }
}
