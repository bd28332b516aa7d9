package dev.tenon.scenario;

import dev.tenon.Seams;

/** A way in which what a client assumes is judged. */
final class Gate {

  private Gate() {}

  /** What a client with a view gets: the supplier itself where the client's calls are woven. */
  static <S> S open(Door door, Class<S> seam, S supplier, Class<?> view) {
    return door == Door.WOVEN ? supplier : Seams.guard(seam, supplier, view);
  }
}
