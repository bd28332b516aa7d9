package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Functions of the JDK: whatever they are given, they give the same. */
final class Functions {

  private static final List<Class<?>> OTHERS =
      List.of(Runnable.class, Callable.class, Comparator.class);

  private Functions() {}

  static boolean isKnown(Class<?> type) {
    return OTHERS.contains(type)
        || (type.isInterface() && type.getPackageName().equals("java.util.function"));
  }

  static Kind kind(Place place, Kinds kinds) {
    Class<?> type = place.typed().raw();
    Method only = only(type);
    if (only.getReturnType() == void.class) {
      return new Free(type, choices -> stub(type, only, null));
    }
    Typed result =
        Typed.of(only.getAnnotatedReturnType(), place.typed().variables(only.getDeclaringClass()));
    if (type == Comparator.class) {
      return new Free(type, choices -> stub(type, only, 0));
    }
    Domain results = kinds.domain(place.element("()", result));
    return new Free(type, choices -> stub(type, only, drawn(results, choices)));
  }

  private static @Nullable Object drawn(Domain results, Choices choices) {
    return results.draw(choices);
  }

  private static Method only(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(each -> Modifier.isAbstract(each.getModifiers()) && !isOfObject(each))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOfObject(Method method) {
    return method.getName().equals("equals") && method.getParameterCount() == 1;
  }

  private static Object stub(Class<?> type, Method only, @Nullable Object result) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
              case "equals" -> arguments != null && proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> type.getSimpleName() + " that gives " + result;
            };
          }
          return method.isDefault()
              ? InvocationHandler.invokeDefault(proxy, method, arguments)
              : only.getReturnType() == void.class ? null : result;
        };
    return Proxy.newProxyInstance(Functions.class.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
