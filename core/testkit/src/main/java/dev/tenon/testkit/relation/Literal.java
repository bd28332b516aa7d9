package dev.tenon.testkit.relation;

import dev.tenon.model.Node;

/**
 * A part of a clause that is not taken apart further, and the truth it is to have.
 *
 * @param node the part
 * @param isTrue the truth
 * @param origin the clause, as messages name it
 */
public record Literal(Node node, boolean isTrue, String origin) {}
