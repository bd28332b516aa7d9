package dev.tenon.testkit;

import dev.tenon.Seams;
import dev.tenon.verdict.Violation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on violations, for AssertJ. What they are about counts as asked for in a {@link
 * RequiresTenon} class.
 *
 * <pre>{@code
 * assertThatViolation(() -> vault.withdraw(-1))
 *     .blames(Party.CLIENT).of("withdraw").quoting("amount > 0").seen("amount", "-1");
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class TenonAssertions {

  private TenonAssertions() {}

  /**
   * Asserts that a call ends with a violation, thrown as it is or as a cause.
   *
   * @param call the call
   * @return what to assert of the violation
   */
  public static ViolationAssert assertThatViolation(ThrowingCallable call) {
    Heard heard = Heard.of(call);
    List<Violation> thrown = Unasked.in(heard.thrown());
    if (thrown.isEmpty()) {
      throw heard.failure("Expecting a violation to be thrown");
    }
    thrown.forEach(Recordings.installed()::take);
    return new ViolationAssert(thrown.get(0));
  }

  /**
   * Asserts that a call ends normally although the calling thread met a violation in it, which was
   * recorded: because its mode is {@code observe}, because it is latent or undecided, because the
   * application swallowed it, or because it was met at a mock.
   *
   * @param call the call
   * @return what to assert of the violation
   */
  public static ViolationAssert assertThatRecordedViolation(ThrowingCallable call) {
    Heard heard = Heard.of(call);
    if (heard.thrown() != null || heard.violations().size() != 1) {
      throw heard.failure("Expecting one violation to be recorded, and none to be thrown");
    }
    Violation violation = heard.violations().get(0);
    Recordings.installed().take(violation);
    return new ViolationAssert(violation);
  }

  /**
   * Asserts something of a violation at hand.
   *
   * @param actual the violation
   * @return what to assert of it
   */
  public static ViolationAssert assertThat(@Nullable Violation actual) {
    return new ViolationAssert(actual);
  }

  /** What came of a call: what it threw, and what its thread met. */
  private record Heard(@Nullable Throwable thrown, List<Violation> violations) {

    static Heard of(ThrowingCallable call) {
      Thread caller = Thread.currentThread();
      List<Met> all = new CopyOnWriteArrayList<>();
      Consumer<Met> listener =
          met -> {
            if (Thread.currentThread() == caller) {
              all.add(met);
            }
          };
      Recordings.installed().onMet(listener);
      try {
        call.call();
        return new Heard(null, violations(all));
      } catch (Throwable thrown) {
        return new Heard(thrown, violations(all));
      } finally {
        Recordings.installed().forget(listener);
      }
    }

    private static List<Violation> violations(List<Met> all) {
      return all.stream().filter(met -> !met.isVoid().getAsBoolean()).map(Met::violation).toList();
    }

    AssertionError failure(String expectation) {
      StringBuilder message = new StringBuilder(expectation);
      message
          .append(", but the call ")
          .append(thrown == null ? "ended normally" : "threw " + thrown)
          .append(", and ")
          .append(Recorded.text(violations));
      if (violations.isEmpty() && !Seams.status().isAgentAttached()) {
        message.append(
            "\nNo agent is attached: only calls through Seams.guard are checked. Start the JVM"
                + " with -javaagent:tenon-agent.jar.");
      }
      return new AssertionError(message.toString(), thrown);
    }
  }
}
