package dev.tenon.internal.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Collects what cannot be enforced while a body is linked; what is found out later, at a call, is
 * announced at once. Thread-safe.
 */
final class Holes implements BiConsumer<Class<?>, String> {

  private final List<Hole> found = new ArrayList<>();
  private boolean isLinked;

  synchronized void add(Hole hole) {
    found.add(hole);
  }

  @Override
  public void accept(Class<?> type, String reason) {
    if (isCollecting()) {
      add(new Hole(type, reason));
    } else {
      Presence.notEnforced(type, reason);
    }
  }

  private synchronized boolean isCollecting() {
    return !isLinked;
  }

  /** Those found until now: linking is over. */
  synchronized List<Hole> linked() {
    isLinked = true;
    return List.copyOf(found);
  }
}
