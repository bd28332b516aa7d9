package dev.tenon.testkit;

import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.Violation;
import java.util.function.BooleanSupplier;

/**
 * A violation that was met.
 *
 * @param violation the violation
 * @param remark a further line of its text; empty when there is none
 * @param isVoid whether it turned out to be none, since what was called was a mock that was being
 *     stubbed
 */
record Met(Violation violation, String remark, BooleanSupplier isVoid) {

  static Met of(Violation violation) {
    return new Met(violation, "", () -> false);
  }

  String text() {
    return remark.isEmpty() ? violation.text() : violation.text() + "\n  " + remark;
  }

  /** Whether it counts where so much is judged at mocks. */
  boolean counts(Mocks mocks) {
    if (!violation.supplier().isStandIn()) {
      return true;
    }
    return switch (mocks) {
      case CHECKED -> true;
      case CLIENTS_ONLY -> violation.kind() == ClauseKind.PRECONDITION;
      case UNCHECKED -> false;
    };
  }
}
