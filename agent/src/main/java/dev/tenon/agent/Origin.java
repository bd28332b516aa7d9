package dev.tenon.agent;

/** Where in the source a lambda is written. Immutable. */
final class Origin {

  private final String creator;
  private final String file;
  private final int line;

  /**
   * A place.
   *
   * @param creator the binary name of the class that makes the lambda
   * @param file the name of its source file; empty when unknown
   * @param line the line in it; 0 when unknown
   */
  Origin(String creator, String file, int line) {
    this.creator = creator;
    this.file = file;
    this.line = line;
  }

  String creator() {
    return creator;
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }
}
