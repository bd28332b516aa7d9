package dev.tenon.model;

import java.util.List;

/**
 * One method of a contract, with its clauses.
 *
 * <p>Immutable.
 *
 * @param name the method's name
 * @param descriptor its erased descriptor, as in a class file
 * @param parameters the names of its parameters
 * @param clauses its clauses in source order
 * @param old the texts of the arguments of {@code old}, one for each slot
 * @param guardedCapture whether capturing them needs the re-entrancy flag
 */
public record Operation(
    String name,
    String descriptor,
    List<String> parameters,
    List<Clause> clauses,
    List<String> old,
    boolean guardedCapture) {

  /**
   * Keeps copies.
   *
   * @param name the method's name
   * @param descriptor its erased descriptor, as in a class file
   * @param parameters the names of its parameters
   * @param clauses its clauses in source order
   * @param old the texts of the arguments of {@code old}, one for each slot
   * @param guardedCapture whether capturing them needs the re-entrancy flag
   */
  public Operation {
    parameters = List.copyOf(parameters);
    clauses = List.copyOf(clauses);
    old = List.copyOf(old);
  }

  /**
   * The preconditions.
   *
   * @return the preconditions in source order; may be empty
   */
  public List<Clause> requires() {
    return of(Clause.Role.REQUIRES);
  }

  /**
   * The guarantees.
   *
   * @return the guarantees in source order; may be empty
   */
  public List<Clause> ensures() {
    return of(Clause.Role.ENSURES);
  }

  private List<Clause> of(Clause.Role role) {
    return clauses.stream().filter(clause -> clause.role() == role).toList();
  }
}
