package dev.tenon.internal.declaration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is worked out once for each class, and goes with the class or with core, whichever goes
 * first.
 *
 * <p>A {@link ClassValue} alone would keep core's loader, and with it the application that brought
 * core, for as long as the class lives: for ever with a class of the JDK. Thread-safe.
 *
 * @param <V> what is worked out
 */
public abstract class Kept<V> {

  private final ClassValue<V> byClass =
      new ClassValue<>() {
        @Override
        protected V computeValue(Class<?> type) {
          return compute(type);
        }
      };

  /** For the classes that are still there when core goes. */
  private final Map<Class<?>, V> here = new ConcurrentHashMap<>();

  /** Nothing yet. */
  protected Kept() {}

  /**
   * Works it out.
   *
   * @param type a class
   * @return what is kept
   */
  protected abstract V compute(Class<?> type);

  /**
   * What is kept for a class.
   *
   * @param type the class
   * @return the same object for all threads
   */
  public final V of(Class<?> type) {
    if (!outlivesCore(type)) {
      return byClass.get(type);
    }
    V known = here.get(type);
    if (known != null) {
      return known;
    }
    V made = compute(type);
    V raced = here.putIfAbsent(type, made);
    return raced == null ? made : raced;
  }

  /** Whether the class belongs to a loader that core's own delegates to. */
  private static boolean outlivesCore(Class<?> type) {
    ClassLoader of = type.getClassLoader();
    ClassLoader at = Kept.class.getClassLoader();
    if (at == of) {
      return false;
    }
    while (at != null) {
      at = at.getParent();
      if (at == of) {
        return true;
      }
    }
    return false;
  }
}
