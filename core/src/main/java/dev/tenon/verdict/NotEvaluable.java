package dev.tenon.verdict;

import java.io.Serializable;

/**
 * A clause that threw beside a false one of the same handoff, and so is no verdict of its own.
 *
 * <p>Immutable.
 *
 * @param clause the clause
 * @param cause what it threw
 */
public record NotEvaluable(Citation clause, Cause cause) implements Serializable {}
