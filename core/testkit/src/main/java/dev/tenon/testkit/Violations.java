package dev.tenon.testkit;

import dev.tenon.verdict.Violation;
import java.util.List;

/**
 * The violations recorded since a test began that nobody asked for yet, as a parameter of a test
 * method of a {@link RequiresTenon} class; in methods that run before or after all tests, those of
 * the class. What is taken out does not fail the test.
 *
 * <pre>{@code
 * @Test
 * void a_bad_line_is_logged_and_skipped(Violations violations) {
 *   statement.importAll("-1");
 *   assertThat(violations.takeOnly()).blames(Party.CLIENT).of("withdraw");
 * }
 * }</pre>
 *
 * <p>Thread-safe. It does not wait: what other threads record is here once they did.
 */
public final class Violations {

  private final Recording recording;

  Violations(Recording recording) {
    this.recording = recording;
  }

  /**
   * What was recorded, without taking it out.
   *
   * @return at most 1,000 violations, the oldest first
   */
  public List<Violation> list() {
    return recording.list();
  }

  /**
   * Takes everything out.
   *
   * @return at most 1,000 violations, the oldest first
   */
  public List<Violation> take() {
    return recording.takeAll();
  }

  /**
   * Takes out the only one.
   *
   * @return the violation
   * @throws AssertionError if there is none, or more than one
   */
  public Violation takeOnly() {
    List<Violation> all = recording.list();
    if (all.size() != 1) {
      throw new AssertionError("Expecting one violation, but " + Recorded.text(all));
    }
    recording.take(all.get(0));
    return all.get(0);
  }
}
