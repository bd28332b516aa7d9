package dev.tenon.ledger;

import dev.tenon.model.Mode;
import dev.tenon.verdict.Violation;
import java.util.List;

/**
 * What has been seen at the seams since start-up.
 *
 * <p>Thread-safe; its memory is bounded.
 */
public final class Ledger {

  /** An empty ledger. */
  public Ledger() {}

  /**
   * Records a violation, and logs it when it is the first, tenth, hundredth… of its fingerprint.
   * Never throws because logging fails.
   *
   * @param violation the violation
   * @param mode the mode of its clause now
   */
  public void record(Violation violation, Mode mode) {}

  /** Counts a verdict that fell inside another clause, and was dropped. */
  public void countDropped() {}

  /** Counts a handoff that was not judged because a clause was being evaluated. */
  public void countSkipped() {}

  /**
   * Counts an error of Tenon itself, which the application does not see.
   *
   * @param where what was being done, as a noun
   * @param error the error
   */
  public void error(String where, Throwable error) {}

  /**
   * The last violations.
   *
   * @return at most 256 violations, the oldest first
   */
  public List<Violation> recent() {
    return List.of();
  }

  /**
   * The violations recorded so far.
   *
   * @return how many, without those that blame the contract
   */
  public long violations() {
    return 0;
  }

  /**
   * How often a violation was recorded.
   *
   * @param fingerprint its fingerprint
   * @return how often; 0 when never, or when there are too many different ones to count it
   */
  public long count(String fingerprint) {
    return 0;
  }

  /**
   * The verdicts that blame the contract.
   *
   * @return how many
   */
  public long undecided() {
    return 0;
  }

  /**
   * The clauses that were false, and true when asked again.
   *
   * @return how many; each is also undecided
   */
  public long moved() {
    return 0;
  }

  /**
   * The verdicts dropped because they fell inside another clause.
   *
   * @return how many
   */
  public long dropped() {
    return 0;
  }

  /**
   * The handoffs that were not judged because a clause was being evaluated.
   *
   * @return how many
   */
  public long skipped() {
    return 0;
  }

  /**
   * The errors of Tenon itself, of a logger among them.
   *
   * @return how many
   */
  public long errors() {
    return 0;
  }

  /**
   * The first errors of Tenon itself.
   *
   * @return what they say, in order; at most five
   */
  public List<String> errorTexts() {
    return List.of();
  }

  /**
   * What has been seen, on one line.
   *
   * @return the line; empty when nothing was recorded
   */
  public String summary() {
    return "";
  }

  /**
   * Says something once.
   *
   * @param text the text
   */
  public void warning(String text) {}
}
