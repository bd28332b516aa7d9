package dev.tenon.testkit.domain;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows from bounds, kept for those that were asked for last: they are the same for all
 * values of a domain.
 */
final class Memo<T> {

  private final AtomicReference<@Nullable Entry<T>> last = new AtomicReference<>();

  T of(Bounds bounds, Function<Bounds, T> found) {
    Entry<T> known = last.get();
    if (known == null || !known.bounds.equals(bounds)) {
      known = new Entry<>(bounds, found.apply(bounds));
      last.set(known);
    }
    return known.value;
  }

  private record Entry<T>(Bounds bounds, T value) {}
}
