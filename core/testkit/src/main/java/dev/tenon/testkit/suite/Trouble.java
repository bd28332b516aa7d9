package dev.tenon.testkit.suite;

import dev.tenon.testkit.suite.Finding.Kind;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in one case.
 *
 * @param kind what sort of thing
 * @param operation the name of the operation
 * @param message what is wrong, in one line
 * @param violation what was recorded; null where it was no violation
 * @param sort what it has in common with the same trouble of other cases
 */
record Trouble(
    Kind kind, String operation, String message, @Nullable Violation violation, String sort) {

  static Trouble of(Kind kind, String operation, String message, Violation violation) {
    return new Trouble(kind, operation, message, violation, violation.fingerprint());
  }

  static Trouble of(Kind kind, String operation, String message) {
    return new Trouble(kind, operation, message, null, "");
  }

  /** Whether nobody can be blamed for want of knowing which calls were under way. */
  boolean isUncounted() {
    return violation != null
        && violation.cause().filter(each -> each.kind() == Cause.Kind.SHARED).isPresent();
  }

  /** The same, which did not happen again when its calls were made again. */
  Trouble unrepeated() {
    return new Trouble(
        kind,
        operation,
        message + " (it did not happen again: the supplier does not behave alike each time)",
        violation,
        sort);
  }

  boolean isLike(@Nullable Trouble other) {
    return other != null
        && kind == other.kind
        && operation.equals(other.operation)
        && sort.equals(other.sort);
  }
}
