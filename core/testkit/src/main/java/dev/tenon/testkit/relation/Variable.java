package dev.tenon.testkit.relation;

/**
 * A number that can be decided.
 *
 * @param path the value
 * @param isSize whether it is the length or size of the value, rather than the value
 */
record Variable(Path path, boolean isSize) {

  @Override
  public String toString() {
    return isSize ? path + ".size()" : path.toString();
  }
}
