package dev.tenon.internal.guard;

import org.jspecify.annotations.Nullable;

/**
 * The state of a call that several declarations bind, when some of them use {@code old}: one
 * carrier for each declaration, null where it has none.
 */
final class Wide {

  /** What is in force, and what is owed. */
  final Pinned pinned;

  /** By declaration. */
  final @Nullable Object[] carriers;

  Wide(Pinned pinned, @Nullable Object[] carriers) {
    this.pinned = pinned;
    this.carriers = carriers;
  }
}
