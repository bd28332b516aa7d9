package dev.tenon.testkit.relation;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A clause that is asked of values that were drawn, because not all that it says is drawn by.
 *
 * @param name the clause, as messages name it
 * @param reads the names of the roots that it reads
 * @param holds whether it holds for the values of these roots, by name
 */
public record Filter(
    String name, Set<String> reads, Predicate<Map<String, @Nullable Object>> holds) {}
