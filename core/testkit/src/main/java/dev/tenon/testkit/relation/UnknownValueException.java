package dev.tenon.testkit.relation;

import java.io.Serial;

/** A part of a clause whose value is not known, or not yet. */
final class UnknownValueException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  UnknownValueException(String what) {
    super(what, null, false, false);
  }
}
