package dev.tenon.verdict;

import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Types with sizes. A size is asked for only where the JDK answers from a field: not of views,
 * which ask the collection behind them, nor of what takes a lock or counts its elements one by one.
 */
final class Sizes {

  private static final Set<String> QUICK =
      Set.of(
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.Arrays$ArrayList",
          "java.util.Collections$EmptyList",
          "java.util.Collections$EmptyMap",
          "java.util.Collections$EmptySet",
          "java.util.Collections$SingletonList",
          "java.util.Collections$SingletonMap",
          "java.util.Collections$SingletonSet",
          "java.util.EnumMap",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.IdentityHashMap",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$ListN",
          "java.util.ImmutableCollections$Map1",
          "java.util.ImmutableCollections$MapN",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$SetN",
          "java.util.ImmutableCollections$SubList",
          "java.util.JumboEnumSet",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.LinkedList",
          "java.util.PriorityQueue",
          "java.util.RegularEnumSet",
          "java.util.TreeMap",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.concurrent.CopyOnWriteArraySet");

  private Sizes() {}

  /** Whether a value is an array, a collection or a map. */
  static boolean isSized(Object value) {
    return value instanceof Collection || value instanceof Map || value.getClass().isArray();
  }

  /** The type of a value, with the size where it has one that is safe to ask for. */
  static String typeAndSize(Object value) {
    Class<?> type = value.getClass();
    if (type.isArray()) {
      return sized(TypeName.of(type), Array.getLength(value));
    }
    if (!isSized(value)) {
      return TypeName.of(type);
    }
    String name = publicName(type, interfaceOf(value));
    boolean isQuick = type.getClassLoader() == null && QUICK.contains(type.getName());
    return isQuick ? sized(name, size(value)) : name;
  }

  private static int size(Object value) {
    return value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
  }

  private static String sized(String name, int size) {
    return name + " (size " + size + ")";
  }

  private static String interfaceOf(Object value) {
    if (value instanceof Map) {
      return "java.util.Map";
    }
    if (value instanceof List) {
      return "java.util.List";
    }
    return value instanceof Set ? "java.util.Set" : "java.util.Collection";
  }

  /** The JDK's hidden classes differ from release to release: the interface is what counts. */
  private static String publicName(Class<?> type, String ifHidden) {
    boolean isHidden = type.getClassLoader() == null && !Modifier.isPublic(type.getModifiers());
    return isHidden ? ifHidden : TypeName.of(type);
  }
}
