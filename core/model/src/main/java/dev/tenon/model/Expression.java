package dev.tenon.model;

/**
 * A sub-expression of a clause whose value evidence lists.
 *
 * <p>Immutable.
 *
 * @param text its text, white space folded
 * @param sensitive whether its value must not be shown
 */
public record Expression(String text, boolean sensitive) {}
