package dev.tenon.testkit.suite;

import java.util.List;
import java.util.function.Supplier;

/**
 * One thing that a suite shows of one supplier. To be run once, in the order in which it was given.
 *
 * @param supplier the name of the supplier
 * @param name what it shows, such as {@code withdraw(long) inside}
 * @param run looks for what is wrong; an empty list is right
 */
public record Property(String supplier, String name, Supplier<List<Finding>> run) {}
