package dev.tenon.internal.guard;

import dev.tenon.internal.constraint.Validators;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;

/**
 * Declarations met while linking that cannot be enforced, each announced once.
 *
 * <p>Thread-safe.
 */
public final class Presence {

  /** By type, weakly: an undeployed application is forgotten. */
  private static final Map<Class<?>, String> NOT_ENFORCED =
      Collections.synchronizedMap(new WeakHashMap<>());

  private static final String NOT_WOVEN = "not woven";

  private Presence() {}

  /**
   * Announces, once, that what a type declares is not enforced.
   *
   * @param type the seam, its holder or a view
   * @param reason why, and what to do
   */
  public static void notEnforced(Class<?> type, String reason) {
    if (NOT_ENFORCED.putIfAbsent(type, reason) == null && !isSaidByAgent(type)) {
      Engine.installed().ledger().warning(type.getName() + " is not enforced: " + reason);
    }
  }

  private static boolean isSaidByAgent(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    String said = AgentDesk.seams(loader).get(type.getName());
    String ofView = AgentDesk.views(loader).get(type.getName());
    return (said != null && said.startsWith(NOT_WOVEN))
        || (ofView != null && ofView.startsWith(NOT_WOVEN));
  }

  /**
   * The types whose constraints a mapping changes.
   *
   * @return binary names, as far as their constraints were linked
   */
  public static Set<String> mapped() {
    return Validators.mapped();
  }

  /**
   * What is known not to be enforced.
   *
   * @return binary names and reasons, sorted by name
   */
  public static Map<String, String> notEnforced() {
    Map<String, String> reasons = new TreeMap<>();
    synchronized (NOT_ENFORCED) {
      NOT_ENFORCED.forEach((type, reason) -> reasons.put(type.getName(), reason));
    }
    return reasons;
  }
}
