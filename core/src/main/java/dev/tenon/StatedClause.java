package dev.tenon;

import dev.tenon.model.Clause;
import java.util.List;

/**
 * One clause that binds an operation, and where it comes from.
 *
 * <p>Immutable.
 *
 * @param declaring the type that it is about: the seam, one of its supertypes, or the
 *     implementation
 * @param source the name of the source file in which it stands, without folders
 * @param parameters the names of the operation's parameters where it stands, which an override may
 *     change; empty for an invariant
 * @param clause the clause; a constraint of Bean Validation has its annotation as its text
 * @param isConstraint whether it is a constraint of Bean Validation
 */
public record StatedClause(
    Class<?> declaring,
    String source,
    List<String> parameters,
    Clause clause,
    boolean isConstraint) {

  /**
   * Keeps copies.
   *
   * @param declaring the type that it is about
   * @param source the name of the source file in which it stands, without folders
   * @param parameters the names of the operation's parameters where it stands
   * @param clause the clause
   * @param isConstraint whether it is a constraint of Bean Validation
   */
  public StatedClause {
    parameters = List.copyOf(parameters);
  }
}
