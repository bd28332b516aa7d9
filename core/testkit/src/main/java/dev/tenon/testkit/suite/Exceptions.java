package dev.tenon.testkit.suite;

import dev.tenon.testkit.domain.NoValueException;
import java.lang.reflect.Constructor;
import java.util.List;

/** Makes exceptions that a contract declares. */
final class Exceptions {

  /** How the goals begin that an exception is thrown. */
  static final String THROWS = "@Throws ";

  private static final List<Class<?>[]> CONSTRUCTORS =
      List.of(
          new Class<?>[] {String.class},
          new Class<?>[] {},
          new Class<?>[] {String.class, Throwable.class},
          new Class<?>[] {Throwable.class});

  private Exceptions() {}

  static Throwable make(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      for (Class<?>[] parameters : CONSTRUCTORS) {
        for (Constructor<?> each : type.getDeclaredConstructors()) {
          if (java.util.Arrays.equals(each.getParameterTypes(), parameters)) {
            each.setAccessible(true);
            return (Throwable) each.newInstance(arguments(parameters));
          }
        }
      }
    } catch (ReflectiveOperationException | RuntimeException failed) {
      throw new NoValueException(name + " cannot be made: " + failed);
    }
    throw new NoValueException(
        name + " cannot be made: give it a constructor without parameters, or with a message");
  }

  private static Object[] arguments(Class<?>[] parameters) {
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      arguments[i] =
          parameters[i] == String.class
              ? "thrown because the contract allows it"
              : new IllegalStateException("a cause");
    }
    return arguments;
  }
}
