package dev.tenon.linking;

/** Where in the source a lambda is written. Immutable. */
public final class Origin {

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
  public Origin(String creator, String file, int line) {
    this.creator = creator;
    this.file = file;
    this.line = line;
  }

  /**
   * Who makes it.
   *
   * @return the binary name of the class
   */
  public String creator() {
    return creator;
  }

  /**
   * Where that class is written.
   *
   * @return the name of its source file; empty when unknown
   */
  public String file() {
    return file;
  }

  /**
   * Where in it.
   *
   * @return the line; 0 when unknown
   */
  public int line() {
    return line;
  }
}
