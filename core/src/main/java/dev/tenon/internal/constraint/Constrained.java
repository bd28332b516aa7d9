package dev.tenon.internal.constraint;

import dev.tenon.model.Clause;
import dev.tenon.model.ConstrainedOperation;
import dev.tenon.model.Operation;
import java.lang.reflect.Executable;
import java.util.List;

/**
 * An operation of one type with the constraints that the type itself puts on it.
 *
 * <p>Immutable.
 */
public final class Constrained {

  private final Operation operation;
  private final Executable executable;
  private final String source;
  private final List<Constraint> requires;
  private final List<Constraint> ensures;

  Constrained(
      Operation operation,
      Executable executable,
      String source,
      List<Constraint> requires,
      List<Constraint> ensures) {
    this.operation = operation;
    this.executable = executable;
    this.source = source;
    this.requires = List.copyOf(requires);
    this.ensures = List.copyOf(ensures);
  }

  /**
   * The operation, whose clauses are the constraints: those on parameters first.
   *
   * @return the operation
   */
  public Operation operation() {
    return operation;
  }

  /**
   * The source file in which the constraints stand.
   *
   * @return the file's name without folders; empty when unknown
   */
  public String source() {
    return source;
  }

  /**
   * The same as manifests have it.
   *
   * @return the operation with its constraints as data
   */
  public ConstrainedOperation described() {
    return Described.of(this);
  }

  Executable executable() {
    return executable;
  }

  /** In the order of the clauses of that role. */
  List<Constraint> of(Clause.Role role) {
    return switch (role) {
      case REQUIRES -> requires;
      case ENSURES -> ensures;
      case THROWS, AFTER, INVARIANT -> List.of();
    };
  }
}
