package dev.tenon.reference.given;

import org.jspecify.annotations.Nullable;

/** A value whose accessors a compiler can see to be implicit: a leaf in a clause. */
public record Pair(int left, @Nullable Integer right) {}
