package dev.tenon.benchmark.handoff;

import dev.tenon.Seams;
import dev.tenon.benchmark.Account;
import dev.tenon.model.Mode;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Calls that show what is checked. Of each of them one clause of the transfer is false. */
@NullUnmarked
final class Proof {

  private static final Account FROM = new Account(1_000);
  private static final Account TO = new Account(0);

  /** The contract of a transfer. */
  private static final List<String> CLAUSES =
      List.of("from != null", "to != null", "from != to", "amount > 0", "result >= 0");

  /** A call that breaks each clause, and one more. */
  private static final Map<String, Call> BROKEN =
      Map.of(
          "from != null", operation -> operation.transfer(null, TO, 7),
          "to != null", operation -> operation.transfer(FROM, null, 7),
          "from != to", operation -> operation.transfer(FROM, FROM, 7),
          "amount > 0", operation -> operation.transfer(FROM, TO, 0),
          "result >= 0", operation -> operation.transfer(FROM, TO, 2_000),
          "amount <= 1000000", operation -> operation.transfer(FROM, TO, 2_000_000));

  private Proof() {}

  /** All clauses of the transfer are checked, and a call for which they hold goes through. */
  static Subject refuses(Operation operation, Class<? extends Throwable> refusal) {
    return refuses(operation, refusal, CLAUSES);
  }

  /** These clauses of the transfer are. */
  static Subject refuses(
      Operation operation, Class<? extends Throwable> refusal, List<String> clauses) {
    return new Subject(
        operation,
        () -> {
          for (String clause : clauses) {
            Throwable thrown = thrownBy(operation, clause);
            if (!refusal.isInstance(thrown)) {
              throw new IllegalStateException(
                  "answers a call that breaks \"" + clause + "\" with " + thrown);
            }
          }
          holds(operation);
        });
  }

  /** Nothing is checked. */
  static Subject accepts(Operation operation) {
    return new Subject(
        operation,
        () -> {
          for (String clause : BROKEN.keySet()) {
            Throwable thrown = thrownBy(operation, clause);
            if (thrown != null) {
              throw new IllegalStateException("checks \"" + clause + "\": " + thrown);
            }
          }
        });
  }

  /** A thousand violations of one of two clauses in turn were recorded and none was thrown. */
  static Subject records(
      Operation operation, LongSupplier violations, String precondition, String guarantee) {
    return new Subject(
        operation,
        () -> {
          long before = violations.getAsLong();
          for (int i = 0; i < 500; i++) {
            call(operation, precondition);
            call(operation, guarantee);
          }
          long recorded = violations.getAsLong() - before;
          if (recorded != 1_000) {
            throw new IllegalStateException("recorded " + recorded + " of 1,000 violations");
          }
        });
  }

  /** The same, recorded by Tenon. */
  static Subject records(Operation operation, String precondition, String guarantee) {
    return records(operation, () -> Seams.ledger().violations(), precondition, guarantee);
  }

  /** A call that an operation answers as it answers all broken ones. */
  static void call(Operation operation, String brokenClause) {
    Call call = BROKEN.get(brokenClause);
    if (call == null) {
      throw new IllegalArgumentException("no clause " + brokenClause);
    }
    call.of(operation);
  }

  /** Sets what a violation leads to. Rows that are proved in one JVM share seams. */
  static <S> S in(Mode mode, Class<?> seam, S supplier) {
    Seams.policy().mode(seam.getName(), mode);
    return supplier;
  }

  private static void holds(Operation operation) {
    long result = operation.transfer(FROM, TO, 7);
    if (result < 0) {
      throw new IllegalStateException("answers " + result);
    }
  }

  private static @Nullable Throwable thrownBy(Operation operation, String clause) {
    try {
      call(operation, clause);
      return null;
    } catch (RuntimeException | Error thrown) {
      return thrown;
    }
  }

  /** A call. */
  private interface Call {
    long of(Operation operation);
  }
}
