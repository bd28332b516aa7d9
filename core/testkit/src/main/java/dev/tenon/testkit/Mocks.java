package dev.tenon.testkit;

/**
 * What is judged at mocks of seams that Mockito makes: nothing is thrown there, and a test fails at
 * its end. Calls that stub or verify are no handoffs, answers that nobody stubbed promise nothing,
 * and clauses that would ask a mock are not asked.
 *
 * <p>Mocks are known whose making the test saw: by its thread, from the construction of the test
 * class on.
 */
public enum Mocks {
  /**
   * What clients owe, and what stubs answer: a stub whose answer breaks the contract shows a client
   * what no supplier may do.
   */
  CHECKED,

  /** What clients owe. */
  CLIENTS_ONLY,

  /** Nothing. */
  UNCHECKED
}
