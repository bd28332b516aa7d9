package dev.tenon.testkit.relation;

import java.io.Serial;

/** A filter refused all that was drawn. */
final class RefusedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  RefusedException(String by) {
    super(by, null, false, false);
  }
}
