package dev.tenon.testkit.suite;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places where one operation is declared, with what is annotated there. */
final class Declared {

  private Declared() {}

  /** The method, what it overrides, and what mirrors it in a view. */
  static List<Method> places(Class<?> seam, @Nullable Class<?> view, Method method) {
    List<Method> found = new ArrayList<>(List.of(method));
    collect(seam, method, found);
    if (view != null) {
      collect(view, method, found);
    }
    return found;
  }

  /** What the type variables of the interfaces above a seam stand for in it. */
  static Map<TypeVariable<?>, Type> variables(Class<?> seam) {
    Map<TypeVariable<?>, Type> found = new HashMap<>();
    variables(seam, found);
    return found;
  }

  private static void variables(Class<?> type, Map<TypeVariable<?>, Type> found) {
    for (Type each : type.getGenericInterfaces()) {
      if (each instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
          Type given = of.getActualTypeArguments()[i];
          found.put(raw.getTypeParameters()[i], found.getOrDefault(given, given));
        }
      }
    }
    for (Class<?> each : type.getInterfaces()) {
      variables(each, found);
    }
  }

  private static void collect(Class<?> type, Method method, List<Method> found) {
    for (Method each : type.getDeclaredMethods()) {
      boolean isSame =
          each.getName().equals(method.getName())
              && Arrays.equals(each.getParameterTypes(), method.getParameterTypes());
      if (isSame && !each.isSynthetic() && !found.contains(each)) {
        found.add(each);
      }
    }
    Arrays.stream(type.getInterfaces()).forEach(each -> collect(each, method, found));
  }
}
