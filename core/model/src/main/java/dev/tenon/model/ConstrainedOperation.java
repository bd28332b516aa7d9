package dev.tenon.model;

import java.util.List;

/**
 * One method or constructor that carries constraints of Bean Validation, with or without clauses.
 *
 * <p>Immutable.
 *
 * @param name the method's name, or {@link Operation#CONSTRUCTOR}
 * @param descriptor its erased descriptor, as in a class file
 * @param parameters the names of its parameters
 * @param line the line of its first constraint in the source file, from 1; 0 when there is none
 * @param constraints its constraints in source order
 */
public record ConstrainedOperation(
    String name,
    String descriptor,
    List<String> parameters,
    int line,
    List<Constraint> constraints) {

  /**
   * Keeps copies.
   *
   * @param name the method's name, or {@link Operation#CONSTRUCTOR}
   * @param descriptor its erased descriptor, as in a class file
   * @param parameters the names of its parameters
   * @param line the line of its first constraint in the source file, from 1; 0 when there is none
   * @param constraints its constraints in source order
   */
  public ConstrainedOperation {
    parameters = List.copyOf(parameters);
    constraints = List.copyOf(constraints);
  }

  /**
   * The same with the descriptor that it has in another type.
   *
   * @param other the erased descriptor there
   * @return an operation with these constraints
   */
  public ConstrainedOperation as(String other) {
    return new ConstrainedOperation(name, other, parameters, line, constraints);
  }

  boolean isOf(Operation operation) {
    return name.equals(operation.name()) && descriptor.equals(operation.descriptor());
  }
}
