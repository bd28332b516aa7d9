package dev.tenon.testkit.domain;

import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Locale;

/** Erased types. */
final class Types {

  private Types() {}

  static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }

  static boolean isInstance(Class<?> type, Object value) {
    return boxed(type).isInstance(value);
  }

  /** The name by which an accessor is meant: {@code getName} and {@code name} are the same. */
  static String property(String accessor) {
    for (String prefix : List.of("get", "is", "set", "with")) {
      if (accessor.length() > prefix.length()
          && accessor.startsWith(prefix)
          && Character.isUpperCase(accessor.charAt(prefix.length()))) {
        return uncapitalized(accessor.substring(prefix.length()));
      }
    }
    return accessor;
  }

  static String uncapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** How a type is written in a source file. */
  static String name(Class<?> type) {
    String canonical = type.getCanonicalName();
    return canonical == null ? type.getName() : canonical;
  }
}
