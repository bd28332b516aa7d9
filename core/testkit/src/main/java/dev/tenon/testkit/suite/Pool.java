package dev.tenon.testkit.suite;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What was passed to a supplier and returned by it, to be passed again. Confined to one thread. */
final class Pool {

  private static final int MOST = 64;

  private final List<Object> values = new ArrayList<>();

  void add(@Nullable Object value) {
    boolean isKnown = value == null || values.stream().anyMatch(each -> each == value);
    if (value instanceof BaseStream
        || value instanceof Iterator
        || value instanceof AutoCloseable) {
      // It is used once.
      return;
    }
    if (!isKnown && values.size() < MOST) {
      values.add(value);
    }
  }

  /** Those of a type, the latest first. */
  List<Object> of(Class<?> type) {
    List<Object> found = new ArrayList<>();
    for (int i = values.size() - 1; i >= 0; i--) {
      if (type.isInstance(values.get(i))) {
        found.add(values.get(i));
      }
    }
    return found;
  }
}
