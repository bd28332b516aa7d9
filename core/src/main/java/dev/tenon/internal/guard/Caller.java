package dev.tenon.internal.guard;

import dev.tenon.verdict.Site;
import java.lang.invoke.MethodHandles;

/**
 * Where a client calls, and what it sees from there.
 *
 * @param site the place in its code
 * @param lookup a full lookup of its class
 */
record Caller(Site site, MethodHandles.Lookup lookup) {}
