package dev.tenon.testkit.domain;

import java.io.Serial;

/** No value was found, or there is no way to make one; the message says what to write. */
public final class NoValueException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  public NoValueException(String message) {
    super(message);
  }
}
