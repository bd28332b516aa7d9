package dev.tenon.ledger;

import dev.tenon.verdict.Violation;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which threads break contracts on purpose, and who hears of it. Thread-safe. */
final class Rehearsals {

  /** So that a violation costs no look at the thread while there is none. */
  private final AtomicInteger running = new AtomicInteger();

  // Of this ledger alone, which lives as long as its class; emptied when the work is done.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Consumer<? super Violation>> own = new ThreadLocal<>();

  <T> T during(Consumer<? super Violation> listener, Supplier<T> work) {
    Consumer<? super Violation> outer = own.get();
    running.incrementAndGet();
    own.set(listener);
    try {
      return work.get();
    } finally {
      running.decrementAndGet();
      if (outer == null) {
        own.remove();
      } else {
        own.set(outer);
      }
    }
  }

  /** Who hears of what this thread records; null when it is none of these. */
  @Nullable Consumer<? super Violation> listener() {
    return running.get() == 0 ? null : own.get();
  }
}
