package dev.tenon.verdict;

import java.io.Serializable;

/**
 * What the application's validator says of a constraint that is false.
 *
 * <p>Immutable.
 *
 * @param clause the name of the clause
 * @param message its message, interpolated in the validator's language; never quotes a sensitive
 *     value
 * @param path where, as the validator writes it, with the names of the source
 */
public record ValidatorAnswer(String clause, String message, String path) implements Serializable {}
