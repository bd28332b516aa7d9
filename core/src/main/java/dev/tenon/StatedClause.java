package dev.tenon;

import dev.tenon.model.Clause;

/**
 * One clause that binds an operation, and where it comes from.
 *
 * <p>Immutable.
 *
 * @param declaring the type that it is about: the seam, one of its supertypes, or the
 *     implementation
 * @param source the name of the source file in which it stands, without folders
 * @param clause the clause; a constraint of Bean Validation has its annotation as its text
 * @param isConstraint whether it is a constraint of Bean Validation
 */
public record StatedClause(
    Class<?> declaring, String source, Clause clause, boolean isConstraint) {}
