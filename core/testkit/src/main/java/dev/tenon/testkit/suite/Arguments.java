package dev.tenon.testkit.suite;

import dev.tenon.ClauseAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arguments drawn for one call, and what the contract said of them before it.
 *
 * @param values the arguments
 * @param answers the preconditions and the conditions of exception clauses
 */
record Arguments(List<@Nullable Object> values, List<ClauseAnswer> answers) {}
