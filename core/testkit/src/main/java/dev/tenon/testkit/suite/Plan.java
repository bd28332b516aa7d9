package dev.tenon.testkit.suite;

/**
 * How much a suite does.
 *
 * <p>Immutable.
 *
 * @param seed what its values come from; the same seed gives the same suite
 * @param tries how many cases each operation gets, beyond its bounds, from 1
 * @param sequences how many sequences of calls, from 0
 * @param steps the most calls of a sequence, from 1
 * @param minimum how many calls of each operation must have been accepted, from 0
 * @param undeclared what an undeclared exception means
 * @param isMeddling whether what is passed and returned is changed afterwards
 * @param patience how many seconds a call of a supplier may take, from 0; 0 for any, and to run the
 *     suite in the thread that asks for it
 */
public record Plan(
    long seed,
    int tries,
    int sequences,
    int steps,
    int minimum,
    Undeclared undeclared,
    boolean isMeddling,
    int patience) {

  /** What suites do where nothing else is said; with the seed 1. */
  public static final Plan USUAL = new Plan(1, 200, 100, 20, 50, Undeclared.FAILS, true, 10);

  /**
   * Checks the ranges.
   *
   * @param seed what its values come from
   * @param tries how many cases each operation gets
   * @param sequences how many sequences of calls
   * @param steps the most calls of a sequence
   * @param minimum how many calls of each operation must have been accepted
   * @param undeclared what an undeclared exception means
   * @param isMeddling whether what is passed and returned is changed afterwards
   * @param patience how many seconds a call of a supplier may take
   * @throws IllegalArgumentException if one is outside of its range
   */
  public Plan {
    check(tries >= 1, "tries", tries, 1);
    check(sequences >= 0, "sequences", sequences, 0);
    check(steps >= 1, "steps", steps, 1);
    check(minimum >= 0, "minimum", minimum, 0);
    check(patience >= 0, "patience", patience, 0);
  }

  private static void check(boolean isRight, String name, int value, int least) {
    if (!isRight) {
      throw new IllegalArgumentException(name + " is " + value + ": it must be at least " + least);
    }
  }

  /**
   * The same with another seed.
   *
   * @param other the seed
   * @return the plan
   */
  public Plan seed(long other) {
    return new Plan(other, tries, sequences, steps, minimum, undeclared, isMeddling, patience);
  }

  /**
   * The same with another number of cases for each operation.
   *
   * @param other the number, from 1
   * @return the plan
   */
  public Plan tries(int other) {
    return new Plan(seed, other, sequences, steps, minimum, undeclared, isMeddling, patience);
  }
}
