package dev.tenon.verdict;

import java.io.Serial;

/**
 * Thrown where a clause in force is broken.
 *
 * <p>An error, so that a {@code catch (Exception e)} between the seam and the top of the thread
 * does not swallow it. Its message is the text of the violation.
 */
public final class ContractViolation extends AssertionError {

  @Serial private static final long serialVersionUID = 1L;

  /** What was broken, by whom. */
  private final Violation violation;

  /**
   * The error for a violation.
   *
   * @param violation what was broken, by whom
   */
  public ContractViolation(Violation violation) {
    super(violation.text());
    this.violation = violation;
  }

  /**
   * What was broken, by whom, with which values.
   *
   * @return the violation
   */
  public Violation violation() {
    return violation;
  }
}
