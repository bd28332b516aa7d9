package dev.tenon.model;

import java.util.List;

/**
 * One method or constructor of a contract with its clauses, or the invariants of the type.
 *
 * <p>Immutable.
 *
 * @param name the method's name, {@link #CONSTRUCTOR} or {@link #INVARIANTS}
 * @param descriptor its erased descriptor, as in a class file
 * @param isStatic whether it is a static method
 * @param parameters the names of its parameters
 * @param clauses its clauses in source order
 * @param old the texts of what is captured at entry, one for each slot: arguments of {@code old},
 *     conditions of exception clauses
 * @param guardedCapture whether capturing them needs the re-entrancy flag
 */
public record Operation(
    String name,
    String descriptor,
    boolean isStatic,
    List<String> parameters,
    List<Clause> clauses,
    List<String> old,
    boolean guardedCapture) {

  /** The name of a constructor. */
  public static final String CONSTRUCTOR = "<init>";

  /** The name under which the invariants of a type are one operation, the last of its contract. */
  public static final String INVARIANTS = "<invariant>";

  /**
   * Keeps copies.
   *
   * @param name the method's name, {@link #CONSTRUCTOR} or {@link #INVARIANTS}
   * @param descriptor its erased descriptor, as in a class file
   * @param isStatic whether it is a static method
   * @param parameters the names of its parameters
   * @param clauses its clauses in source order
   * @param old the texts of what is captured at entry, one for each slot: arguments of {@code old},
   *     conditions of exception clauses
   * @param guardedCapture whether capturing them needs the re-entrancy flag
   */
  public Operation {
    parameters = List.copyOf(parameters);
    clauses = List.copyOf(clauses);
    old = List.copyOf(old);
  }

  /**
   * The same with the descriptor that it has in another type.
   *
   * @param other the erased descriptor there
   * @return an operation with these clauses
   */
  public Operation as(String other) {
    return new Operation(name, other, isStatic, parameters, clauses, old, guardedCapture);
  }

  /** The same with other clauses. */
  Operation with(List<Clause> others) {
    return new Operation(name, descriptor, isStatic, parameters, others, old, guardedCapture);
  }

  /**
   * Whether it is a constructor.
   *
   * @return true for a constructor
   */
  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  /**
   * Whether it holds the invariants of the type.
   *
   * @return true if it is no method at all
   */
  public boolean isInvariants() {
    return name.equals(INVARIANTS);
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

  /**
   * The exception clauses.
   *
   * @return the exception clauses in source order; may be empty
   */
  public List<Clause> throwsClauses() {
    return of(Clause.Role.THROWS);
  }

  /**
   * What holds after exceptions.
   *
   * @return the guarantees of exceptional exits in source order; may be empty
   */
  public List<Clause> after() {
    return of(Clause.Role.AFTER);
  }

  /**
   * The invariants of the type.
   *
   * @return the invariants in source order; empty unless this is {@link #INVARIANTS}
   */
  public List<Clause> invariants() {
    return of(Clause.Role.INVARIANT);
  }

  /**
   * The clauses of one role.
   *
   * @param role how they were written
   * @return the clauses in source order; their positions are their numbers in the companion
   */
  public List<Clause> of(Clause.Role role) {
    return clauses.stream().filter(clause -> clause.role() == role).toList();
  }
}
