package dev.tenon.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of a body on another object than its own, written as a call of a method.
 *
 * @param through the class that makes it: empty when the body does
 * @param handle what it is called through
 * @param operation what is called
 */
record Aside(String through, int handle, String operation) {

  /** A class under no contract. */
  static final String RELAY = "Relay";

  /** The class inside a class. */
  static final String INNER = "Inner";

  private static final Pattern DIRECT = Pattern.compile("Play\\.at\\.handle(\\d+)\\(\\)\\.(\\w+)");
  private static final Pattern RELAYED = Pattern.compile("([\\w.]+)\\.(\\w+)Of(\\d+)");

  /** How the body writes it. */
  String method() {
    return through.isEmpty() ? target() : through + "." + relay();
  }

  /** What the class that makes it calls. */
  String target() {
    return "Play.at.handle" + handle + "()." + operation;
  }

  /** The method of the class that makes it. */
  String relay() {
    return operation + "Of" + handle;
  }

  static Optional<Aside> in(String method) {
    Matcher direct = DIRECT.matcher(method);
    if (direct.matches()) {
      return Optional.of(new Aside("", Integer.parseInt(direct.group(1)), direct.group(2)));
    }
    Matcher relayed = RELAYED.matcher(method);
    return relayed.matches()
        ? Optional.of(
            new Aside(relayed.group(1), Integer.parseInt(relayed.group(3)), relayed.group(2)))
        : Optional.empty();
  }
}
