package dev.tenon.testkit.suite;

import dev.tenon.testkit.choice.Choices;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes what was passed to a supplier or returned by it: nothing of the contract forbids that,
 * and a supplier that shares its own state with its clients is broken by it.
 */
final class Meddling {

  private Meddling() {}

  /** Whether that is something that can be changed, as far as its type tells. */
  static boolean isPossible(@Nullable Object value) {
    try {
      return isFilled(value);
    } catch (RuntimeException broken) {
      // A view of what was changed meanwhile.
      return false;
    }
  }

  private static boolean isFilled(@Nullable Object value) {
    return (value instanceof Collection<?> collection && !collection.isEmpty())
        || (value instanceof Map<?, ?> map && !map.isEmpty())
        || (value != null && value.getClass().isArray() && Array.getLength(value) > 0);
  }

  /** Changes something, and gives what was done to it as Java writes it; null when it could not. */
  static @Nullable String with(Object value, Choices choices) {
    int how = choices.next(3);
    try {
      if (value instanceof List<?> list) {
        return list(list, how);
      }
      if (value instanceof Collection<?> collection) {
        collection.clear();
        return ".clear()";
      }
      if (value instanceof Map<?, ?> map) {
        map.clear();
        return ".clear()";
      }
      int last = Array.getLength(value) - 1;
      Object nothing = Array.get(Array.newInstance(value.getClass().getComponentType(), 1), 0);
      Array.set(value, last, nothing);
      return "[" + last + "] = " + nothing;
    } catch (RuntimeException unchangeable) {
      return null;
    }
  }

  private static <T> String list(List<T> list, int how) {
    return switch (how) {
      case 0 -> {
        list.clear();
        yield ".clear()";
      }
      case 1 -> {
        list.remove(0);
        yield ".remove(0)";
      }
      default -> {
        list.add(list.get(0));
        yield ".add(%1$s.get(0))";
      }
    };
  }
}
