package dev.tenon.ledger;

import dev.tenon.verdict.Rendering;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The errors of Tenon itself, and what the first ones were. Thread-safe. */
final class Errors {

  /** How many are told of. */
  static final int TEXTS = 5;

  private final AtomicLong count = new AtomicLong();
  private final List<String> texts = new CopyOnWriteArrayList<>();

  /** Counts one, and gives how many there are with it. */
  long keep(String where, Throwable error) {
    long times = count.incrementAndGet();
    if (times <= TEXTS) {
      texts.add(where + ": " + Rendering.typeName(error.getClass()) + Stack.top(error));
    }
    return times;
  }

  /** A logger's failure is counted and not logged: the next line would fail as well. */
  void attempt(String what, Runnable action) {
    try {
      action.run();
    } catch (Throwable failure) {
      keep(what, failure);
    }
  }

  long count() {
    return count.get();
  }

  List<String> texts() {
    return List.copyOf(texts);
  }
}
