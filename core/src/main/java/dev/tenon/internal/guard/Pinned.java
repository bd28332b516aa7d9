package dev.tenon.internal.guard;

/**
 * What a call pins at entry: the plan in force, and which of its declarations owe nothing. It is
 * the state of the call, or stands in it beside the old values. A plan has one for all calls that
 * owe everything, so that one comparison tells them at exit.
 */
record Pinned(Plan plan, long bits) {}
