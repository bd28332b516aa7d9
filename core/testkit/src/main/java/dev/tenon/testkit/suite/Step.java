package dev.tenon.testkit.suite;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a case did with the supplier.
 *
 * @param method the operation that was called; null where something that it gave was changed
 * @param arguments the arguments, as they were before the call
 * @param text what was done instead, as Java writes it; empty for a call
 * @param result what it returned; null also for nothing
 */
record Step(
    @Nullable Method method,
    List<@Nullable Object> arguments,
    String text,
    @Nullable Object result) {}
