package dev.tenon.linking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What classes promise for bodies that they inherit. Kept by the class itself, so that it can go
 * before the body does.
 *
 * <p>Thread-safe.
 */
final class Receivers extends ClassValue<Map<String, Handoffs>> {

  @Override
  protected Map<String, Handoffs> computeValue(Class<?> type) {
    return new ConcurrentHashMap<>();
  }

  void put(Class<?> receiver, Class<?> owner, String body, Handoffs theirs) {
    get(receiver).put(key(owner, body), theirs);
  }

  /** What the class itself has asked for; null when it has not. */
  @Nullable Handoffs find(Class<?> receiver, Class<?> owner, String body) {
    return get(receiver).get(key(owner, body));
  }

  private static String key(Class<?> owner, String body) {
    return owner.getName() + "." + body;
  }
}
