package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Handle;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object of a program: of a class, or of an interface that a lambda implements. */
final class Thing {

  private final String type;
  private final String name;
  private final Map<String, @Nullable Object> fields;
  private final Optional<Handle> lambda;

  Thing(String type, String name, Map<String, @Nullable Object> fields, Optional<Handle> lambda) {
    this.type = type;
    this.name = name;
    this.fields = fields;
    this.lambda = lambda;
  }

  /** The name of its type in the program. */
  String type() {
    return type;
  }

  /** The binary name of its class in a report. */
  String name() {
    return name;
  }

  Map<String, @Nullable Object> fields() {
    return fields;
  }

  Optional<Handle> lambda() {
    return lambda;
  }
}
