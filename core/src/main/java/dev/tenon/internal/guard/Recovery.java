package dev.tenon.internal.guard;

import dev.tenon.internal.guard.Invocations.Invocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which static type a client called through, from the client's own code. Only where blame
 * depends on it, since the agent must read the class for it.
 *
 * <p>It finds the right type, or several that may be, or none; never another alone.
 */
final class Recovery {

  private Recovery() {}

  /**
   * The types of which the client called through one.
   *
   * @param call the client's call, still under way; null when the client is unknown
   * @return empty when nothing is known
   */
  static Set<Class<?>> views(@Nullable ClientCall call) {
    ClientCall.Entered entered = call == null ? null : call.entered();
    if (call == null || entered == null) {
      return Set.of();
    }
    Optional<Invocations> told =
        AgentDesk.invocations(
            call.client(), call.method() + call.descriptor(), call.body().method());
    return told.filter(found -> found.isExact() || !entered.isLinked())
        .map(found -> views(call, entered.type(), found.at(call.index(), call.line())))
        .orElse(Set.of());
  }

  private static Set<Class<?>> views(
      ClientCall call, Class<?> entered, List<Invocation> invocations) {
    Set<Class<?>> views = new LinkedHashSet<>();
    for (Invocation each : invocations) {
      if (each.parameters() != call.body().erased().parameterCount()) {
        continue;
      }
      Class<?> owner = type(each.owner(), call.client());
      if (owner == null) {
        return Set.of();
      }
      if (owner.isAssignableFrom(call.receiver())) {
        views.add(owner);
      } else if (owner.isAssignableFrom(entered)) {
        // A type of what stands in front alone: what it asks is not asked here.
        return Set.of();
      }
    }
    return views;
  }

  /** Resolved before: the client has called a method of it. */
  private static @Nullable Class<?> type(String name, Class<?> client) {
    try {
      return Class.forName(name, false, client.getClassLoader());
    } catch (ClassNotFoundException | LinkageError | IllegalArgumentException unknown) {
      return null;
    }
  }
}
