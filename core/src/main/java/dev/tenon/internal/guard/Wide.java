package dev.tenon.internal.guard;

import org.jspecify.annotations.Nullable;

/**
 * The state of a call that several declarations bind, when some of them use {@code old}: one
 * carrier for each declaration, null where it has none.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and on the hot path
record Wide(Pinned pinned, @Nullable Object[] carriers) {}
