package dev.tenon.testkit.suite;

import java.util.List;
import java.util.Map;

/**
 * What calls of one operation came to.
 *
 * <p>Immutable.
 *
 * @param operation its name and the types of its parameters
 * @param accepted how many calls inside of the contract were made
 * @param tried how many arguments were drawn for them
 * @param outside how many calls outside were made
 * @param disabled how often no arguments were allowed by the state that the supplier was in
 * @param refused which clause refused how many of the arguments drawn
 * @param clauses what was seen of each clause
 */
public record OperationCount(
    String operation,
    long accepted,
    long tried,
    long outside,
    long disabled,
    Map<String, Long> refused,
    List<Count> clauses) {

  /**
   * Keeps copies.
   *
   * @param operation its name and the types of its parameters
   * @param accepted how many calls inside of the contract were made
   * @param tried how many arguments were drawn for them
   * @param outside how many calls outside were made
   * @param disabled how often no arguments were allowed
   * @param refused which clause refused how many
   * @param clauses what was seen of each clause
   */
  public OperationCount {
    refused = Map.copyOf(refused);
    clauses = List.copyOf(clauses);
  }

  /**
   * The share of the arguments drawn that the contract refused.
   *
   * @return from 0 to 1; 0 where none were drawn
   */
  public double rejected() {
    return tried == 0 ? 0 : 1 - (double) accepted / tried;
  }
}
