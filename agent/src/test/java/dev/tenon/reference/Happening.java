package dev.tenon.reference;

import dev.tenon.reference.given.Shown;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a program comes to.
 *
 * @param ending what the client receives
 * @param records what the ledger receives
 * @param state what the supplier remembers afterwards: a text, since objects go on changing
 */
record Happening(Ending ending, List<Report> records, String state) {

  /** How a call ends for the client. */
  sealed interface Ending {}

  /** The value as a text, since an object goes on changing. */
  record Returned(String value) implements Ending {

    static Returned of(@Nullable Object value) {
      return new Returned(Shown.of(value));
    }

    @Override
    public String toString() {
      return "returns " + value;
    }
  }

  /** The application's own exception, with the violation that is suppressed on it. */
  record Threw(String exception, Optional<Report> carried) implements Ending {

    @Override
    public String toString() {
      return "throws " + exception + carried.map(report -> " with " + report).orElse("");
    }
  }

  record Violated(Report report) implements Ending {
    @Override
    public String toString() {
      return "violation " + report;
    }
  }

  /** The line that the same step prints where it really runs, without its number. */
  String line() {
    return ending + " records " + records + " state " + state;
  }
}
