package dev.tenon.cli;

import java.io.Serial;

/** What the user gave cannot be used; the message is one line that says why, and what would be. */
final class Fault extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  Fault(String message) {
    super(message.replaceAll("\\s*\\R\\s*", " "), null, false, false);
  }
}
