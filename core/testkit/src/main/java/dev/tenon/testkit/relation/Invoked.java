package dev.tenon.testkit.relation;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of methods by name, for the values of parts of clauses. */
final class Invoked {

  private Invoked() {}

  static @Nullable Object on(Object receiver, String name, List<@Nullable Object> arguments) {
    return call(receiver.getClass(), receiver, name, arguments);
  }

  static @Nullable Object ofClass(Class<?> type, String name, List<@Nullable Object> arguments) {
    return call(type, null, name, arguments);
  }

  private static @Nullable Object call(
      Class<?> type, @Nullable Object receiver, String name, List<@Nullable Object> arguments) {
    Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      Class<?> each = open.remove();
      for (Method method : each.getDeclaredMethods()) {
        @Nullable Object @Nullable [] given =
            method.getName().equals(name) && isCallable(method, receiver)
                ? fitting(method, arguments)
                : null;
        if (given != null && isOpen(method)) {
          return invoke(method, receiver, given);
        }
      }
      if (each.getSuperclass() != null) {
        open.add(each.getSuperclass());
      }
      open.addAll(Arrays.asList(each.getInterfaces()));
    }
    throw new UnknownValueException(name);
  }

  private static boolean isCallable(Method method, @Nullable Object receiver) {
    return !method.isBridge() && Modifier.isStatic(method.getModifiers()) == (receiver == null);
  }

  private static boolean isOpen(Method method) {
    try {
      method.setAccessible(true);
      return true;
    } catch (RuntimeException closed) {
      return false;
    }
  }

  private static @Nullable Object invoke(
      Method method, @Nullable Object receiver, @Nullable Object[] arguments) {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException | IllegalAccessException | RuntimeException failed) {
      throw new UnknownValueException(method.getName());
    }
  }

  /** The arguments as the method takes them; null where it does not. */
  private static @Nullable Object @Nullable [] fitting(
      Method method, List<@Nullable Object> arguments) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length == arguments.size()) {
      @Nullable Object[] given = new Object[types.length];
      boolean fits = true;
      for (int i = 0; i < types.length; i++) {
        given[i] = Arithmetic.as(types[i], arguments.get(i));
        fits &= isOf(types[i], given[i]);
      }
      if (fits) {
        return given;
      }
    }
    return method.isVarArgs() && types.length <= arguments.size() + 1
        ? collected(types, arguments)
        : null;
  }

  private static @Nullable Object @Nullable [] collected(
      Class<?>[] types, List<@Nullable Object> arguments) {
    int fixed = types.length - 1;
    Class<?> element = types[fixed].getComponentType();
    Object rest = Array.newInstance(element, arguments.size() - fixed);
    @Nullable Object[] given = new Object[types.length];
    for (int i = 0; i < arguments.size(); i++) {
      Class<?> wanted = i < fixed ? types[i] : element;
      Object argument = Arithmetic.as(wanted, arguments.get(i));
      if (!isOf(wanted, argument)) {
        return null;
      }
      if (i < fixed) {
        given[i] = argument;
      } else {
        Array.set(rest, i - fixed, argument);
      }
    }
    given[fixed] = rest;
    return given;
  }

  private static boolean isOf(Class<?> type, @Nullable Object value) {
    return value == null ? !type.isPrimitive() : Arithmetic.boxed(type).isInstance(value);
  }
}
