package dev.tenon.testkit.suite;

/**
 * How often one clause was seen.
 *
 * <p>Immutable.
 *
 * @param clause the clause, as messages name it
 * @param isTrue how often it was true: a precondition of calls that were made, a guarantee of calls
 *     that returned, the condition of an exception clause
 * @param isFalse how often it was false
 * @param near how often a call was made at its bound, or just beside it
 */
public record Count(String clause, long isTrue, long isFalse, long near) {

  /**
   * Whether it was never seen to be true, nor false.
   *
   * @return true for a clause that nothing is known of
   */
  public boolean isNeverReached() {
    return isTrue + isFalse == 0;
  }
}
