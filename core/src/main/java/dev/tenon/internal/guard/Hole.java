package dev.tenon.internal.guard;

/**
 * A declaration that binds a body and cannot be enforced there.
 *
 * @param type the declaring type
 * @param reason why, and what to do
 */
record Hole(Class<?> type, String reason) {}
