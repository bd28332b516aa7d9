package dev.tenon.verdict;

/**
 * The clause itself failed, so neither side can be blamed.
 *
 * <p>Immutable.
 *
 * @param kind what the clause states
 * @param clause the clause
 * @param cause why it has no truth
 * @param evidence the values seen before it failed
 */
public record Undecided(ClauseKind kind, Citation clause, Cause cause, Evidence evidence)
    implements Verdict {}
