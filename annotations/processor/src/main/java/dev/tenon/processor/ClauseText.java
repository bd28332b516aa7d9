package dev.tenon.processor;

import dev.tenon.model.Clause;
import org.jspecify.annotations.Nullable;

/**
 * A clause as it was written.
 *
 * @param role the annotation, or the member of it
 * @param value the text
 * @param name the name as written; may be empty
 * @param because the reason
 * @param thrown the exception that it is about; null for none
 * @param line the line of the annotation, from 1
 * @param offsets where the characters of the text stand in the file
 */
record ClauseText(
    Clause.Role role,
    String value,
    String name,
    String because,
    @Nullable Thrown thrown,
    int line,
    Offsets offsets) {

  /** The binary name of the exception that it is about; empty for none. */
  String exception() {
    return thrown == null ? "" : thrown.binaryName();
  }

  /** Whether it is an exception clause whose exception may be thrown at any time. */
  boolean isUnconditional() {
    return role == Clause.Role.THROWS && value.isEmpty();
  }

  /** The expression: no condition is one that always holds. */
  String code() {
    return isUnconditional() ? "true" : value;
  }

  /** What the fingerprint takes, in its order. */
  String[] stated() {
    return thrown == null
        ? new String[] {value, name, because}
        : new String[] {thrown.binaryName(), thrown.when(), thrown.ensures(), name, because};
  }
}
