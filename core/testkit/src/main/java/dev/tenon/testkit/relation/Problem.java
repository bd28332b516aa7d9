package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import dev.tenon.testkit.domain.Domain;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values to be drawn together.
 *
 * @param loader the loader by which clauses are read
 * @param roots the domain of each value, by name, in order
 * @param known what is known already, such as {@code this}
 * @param old what was at entry, by what stands under {@code old}
 * @param literals what is to hold
 * @param filters what is asked of what was drawn
 */
public record Problem(
    ClassLoader loader,
    Map<String, Domain> roots,
    Map<String, @Nullable Object> known,
    Map<Node, @Nullable Object> old,
    List<Literal> literals,
    List<Filter> filters) {}
