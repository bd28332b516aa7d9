package dev.tenon.testkit.suite;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
