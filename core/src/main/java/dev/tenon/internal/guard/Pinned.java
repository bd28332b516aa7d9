package dev.tenon.internal.guard;

/**
 * The state of a call whose operation has no {@code old}: the plan in force at entry and which of
 * its declarations owe nothing.
 */
record Pinned(Plan plan, long bits) {}
