package dev.tenon.reference;

import org.jspecify.annotations.Nullable;

/** Something thrown in a program that is no exception of the JDK's own operations. */
final class Raised extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final transient @Nullable Report report;

  Raised(String type, @Nullable Report report) {
    super(type, null, false, false);
    this.type = type;
    this.report = report;
  }

  String type() {
    return type;
  }

  @Nullable Report report() {
    return report;
  }
}
