package dev.tenon.agent;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How much is woven for the seams, or for the views, in the classes of one loader, and why some are
 * not enforced. By binary name.
 *
 * <p>Thread-safe.
 */
final class Standing {

  /** By what is enforced, then by class: how many places are woven. */
  private final Map<String, Map<String, Integer>> woven = new ConcurrentHashMap<>();

  /** Why it is not enforced, and what to do. */
  private final Map<String, String> refusals = new ConcurrentHashMap<>();

  void wove(String name, String type, int places) {
    Map<String, Integer> types = woven.get(name);
    if (types == null) {
      types = new ConcurrentHashMap<>();
      Map<String, Integer> earlier = woven.putIfAbsent(name, types);
      types = earlier == null ? types : earlier;
    }
    types.put(type, places);
  }

  /** Whether anything of a class is woven. */
  boolean hasWoven(String type) {
    for (Map<String, Integer> types : woven.values()) {
      if (types.containsKey(type)) {
        return true;
      }
    }
    return false;
  }

  /** Of what something is woven. */
  Set<String> woven() {
    return woven.keySet();
  }

  int woven(String name) {
    Map<String, Integer> types = woven.get(name);
    int places = 0;
    if (types != null) {
      for (int of : types.values()) {
        places += of;
      }
    }
    return places;
  }

  /** Keeps the first reason; true when this was the first. */
  boolean refuse(String name, String reason) {
    return refusals.putIfAbsent(name, reason) == null;
  }

  @Nullable String refusal(String name) {
    return refusals.get(name);
  }

  Set<String> refused() {
    return refusals.keySet();
  }
}
