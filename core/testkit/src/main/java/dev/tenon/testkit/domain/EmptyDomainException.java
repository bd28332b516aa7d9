package dev.tenon.testkit.domain;

import java.io.Serial;

/** No value can keep all limits; the message names the limits and who asks for them. */
public final class EmptyDomainException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  public EmptyDomainException(String message) {
    super(message, null, false, false);
  }
}
