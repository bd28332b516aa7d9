package dev.tenon.benchmark.handoff;

/**
 * What is called, and what shows that it does what its row says.
 *
 * @param operation what is called
 * @param proof throws {@link IllegalStateException} if it does not
 */
record Subject(Operation operation, Runnable proof) {}
