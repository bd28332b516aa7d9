package dev.tenon.verdict;

/** What was judged of one handoff. Immutable; what happens next is policy. */
public sealed interface Verdict permits Held, Broken, Undecided {}
