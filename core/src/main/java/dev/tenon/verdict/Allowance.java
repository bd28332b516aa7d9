package dev.tenon.verdict;

/** How much one rendering may still visit: values nested without end would never be rendered. */
final class Allowance {

  private static final int DEPTH = 8;
  private static final int VALUES = 64;

  private int depth;
  private int values;

  /** Goes one level down; false when that is too deep or too much has been visited. */
  boolean enter() {
    depth++;
    values++;
    return depth <= DEPTH && values <= VALUES;
  }

  void leave() {
    depth--;
  }
}
