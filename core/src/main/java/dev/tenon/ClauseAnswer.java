package dev.tenon;

import java.util.Optional;

/**
 * What one clause said when it was asked without a call.
 *
 * <p>Immutable.
 *
 * @param stated the clause
 * @param truth what it said
 * @param failure what it threw; empty unless it is undecided
 */
public record ClauseAnswer(StatedClause stated, Truth truth, Optional<Throwable> failure) {}
