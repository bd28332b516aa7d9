package dev.tenon.internal.constraint;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a type is. */
final class Supertypes {

  private Supertypes() {}

  static Set<Class<?>> of(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    collect(type, all);
    return all;
  }

  private static void collect(@Nullable Class<?> type, Set<Class<?>> all) {
    if (type == null || !all.add(type)) {
      return;
    }
    collect(type.getSuperclass(), all);
    for (Class<?> each : type.getInterfaces()) {
      collect(each, all);
    }
  }
}
