package dev.tenon.ledger;

import dev.tenon.verdict.Violation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of records: all that asked, or, where a thread rehearses, its listener alone.
 * Thread-safe.
 */
final class Listeners {

  private final Errors errors;
  private final List<Consumer<? super Violation>> all = new CopyOnWriteArrayList<>();

  /** So that a violation costs no look at the thread while nothing is rehearsed. */
  private final AtomicInteger rehearsing = new AtomicInteger();

  // Of this ledger alone, which lives as long as its class; emptied when the work is done.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Consumer<? super Violation>> own = new ThreadLocal<>();

  Listeners(Errors errors) {
    this.errors = errors;
  }

  void add(Consumer<? super Violation> listener) {
    all.add(listener);
  }

  void forget(Consumer<? super Violation> listener) {
    all.remove(listener);
  }

  void tell(Violation violation) {
    if (all.isEmpty()) {
      // Asked first: a loop over none would allocate its iterator at each repeat.
      return;
    }
    for (Consumer<? super Violation> listener : all) {
      errors.attempt("a listener of the ledger", () -> listener.accept(violation));
    }
  }

  <T> T rehearse(Consumer<? super Violation> listener, Supplier<T> work) {
    Consumer<? super Violation> outer = own.get();
    rehearsing.incrementAndGet();
    own.set(listener);
    try {
      return work.get();
    } finally {
      rehearsing.decrementAndGet();
      if (outer == null) {
        own.remove();
      } else {
        own.set(outer);
      }
    }
  }

  /** Whether this thread rehearses; then its listener is told. */
  boolean isRehearsed(Violation violation) {
    Consumer<? super Violation> listener = rehearsing.get() == 0 ? null : own.get();
    if (listener == null) {
      return false;
    }
    errors.attempt("a rehearsal", () -> listener.accept(violation));
    return true;
  }
}
