package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Kept;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods that a class declares, as far as judging a call takes them: read once for each class,
 * since the JDK copies them whenever it is asked. Texts alone, which keep no class alive.
 *
 * <p>Thread-safe.
 */
final class DeclaredMethods {

  private static final Kept<DeclaredMethods> KEPT =
      new Kept<>() {
        @Override
        protected DeclaredMethods compute(Class<?> type) {
          return new DeclaredMethods(type.getDeclaredMethods());
        }
      };

  /** By name: the numbers of parameters. */
  private final Map<String, Set<Integer>> operations = new HashMap<>();

  private final Set<String> bridges = new HashSet<>();

  private DeclaredMethods(Method[] methods) {
    for (Method method : methods) {
      operations
          .computeIfAbsent(method.getName(), name -> new HashSet<>())
          .add(method.getParameterCount());
      if (method.isBridge()) {
        MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        bridges.add(method.getName().concat(type.toMethodDescriptorString()));
      }
    }
  }

  /** Null when a type that one of them needs is absent. */
  private static @Nullable DeclaredMethods of(Class<?> type) {
    try {
      return KEPT.of(type);
    } catch (LinkageError unreadable) {
      return null;
    }
  }

  /** Whether a class declares an operation, as far as that can be read. */
  static boolean mayHave(Class<?> type, String name, int parameters) {
    DeclaredMethods methods = of(type);
    return methods == null || methods.operations.getOrDefault(name, Set.of()).contains(parameters);
  }

  /** Whether a method of a class is a bridge: one that passes on to another of the same name. */
  static boolean isBridge(Class<?> type, String name, String descriptor) {
    DeclaredMethods methods = of(type);
    return methods != null
        && !methods.bridges.isEmpty()
        && methods.bridges.contains(name.concat(descriptor));
  }
}
