package dev.tenon.reference;

import dev.tenon.reference.given.Mute;
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

  /** The class of what is thrown. */
  static String type(RuntimeException thrown) {
    return thrown instanceof Raised raised ? raised.type : thrown.getClass().getName();
  }

  /** Whether it is one that can carry nothing. */
  boolean isMute() {
    return type.equals(Mute.class.getName());
  }

  String type() {
    return type;
  }

  @Nullable Report report() {
    return report;
  }
}
