package dev.tenon.internal.guard;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a supplier behind a JDK proxy: in the fields of its handler and of what they refer to.
 * Only on failure; runs no code of the application.
 */
final class Targets {

  /** Spring's stands at the third step: handler, advised, target source, target. */
  private static final int STEPS = 4;

  private static final int MOST_OBJECTS = 200;

  private Targets() {}

  /** What behind the proxy implements a declaration of the plan; null when nothing does. */
  static @Nullable Object behind(Object proxy, Plan plan) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.add(proxy);
    Deque<Object> step = new ArrayDeque<>(List.of(Proxy.getInvocationHandler(proxy)));
    for (int i = 0; i < STEPS && !step.isEmpty(); i++) {
      Deque<Object> next = new ArrayDeque<>();
      for (Object each : step) {
        if (!seen.add(each) || seen.size() > MOST_OBJECTS) {
          continue;
        }
        for (Object value : values(each)) {
          if (value != proxy && isSupplier(value, plan)) {
            return value;
          }
          next.add(value);
        }
      }
      step = next;
    }
    return null;
  }

  private static boolean isSupplier(Object value, Plan plan) {
    return plan.terms().stream().anyMatch(term -> term.checks().declaring().isInstance(value));
  }

  private static List<Object> values(Object holder) {
    List<Object> values = new ArrayList<>();
    if (holder instanceof Object[] array) {
      for (Object element : array) {
        add(element, values);
      }
    } else if (Proxy.isProxyClass(holder.getClass())) {
      add(Proxy.getInvocationHandler(holder), values);
    }
    for (Class<?> at = holder.getClass(); at != null; at = at.getSuperclass()) {
      for (Field field : fields(at)) {
        add(read(field, holder), values);
      }
    }
    return values;
  }

  private static Field[] fields(Class<?> type) {
    try {
      return type.getDeclaredFields();
    } catch (LinkageError unreadable) {
      return new Field[0];
    }
  }

  private static @Nullable Object read(Field field, Object holder) {
    if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
      return null;
    }
    try {
      field.setAccessible(true);
      return field.get(holder);
    } catch (InaccessibleObjectException | IllegalAccessException closed) {
      // A module that does not open itself: what stands there is not known.
      return null;
    }
  }

  private static void add(@Nullable Object value, List<Object> values) {
    if (value != null && !(value instanceof CharSequence) && !(value instanceof Class)) {
      values.add(value);
    }
  }

  /** Whether the handler of a proxy is a guard itself, of this core or of another. */
  static boolean isGuarded(Object proxy) {
    InvocationHandler handler = Proxy.getInvocationHandler(proxy);
    return handler.getClass().getName().equals(GuardedSupplier.class.getName());
  }
}
