package dev.tenon.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What stands at a body that could not be linked to core when the setting {@code strict} says that
 * nothing goes unchecked: an exception at every entry.
 */
final class Refusal {

  private Refusal() {}

  /**
   * Handoffs that let nothing in. A call that passed its entry is let out: its exception or result
   * is the supplier's.
   */
  static Handoffs of(Class<?> woven, String method, String why, MethodType enter, MethodType exit) {
    String message =
        woven.getName() + "." + method + " is refused, since tenon is strict and " + why;
    return new Handoffs(thrower(enter, message), MethodHandles.empty(exit));
  }

  private static MethodHandle thrower(MethodType type, String message) {
    try {
      // Made anew by each call: an exception has the stack of the call that it ends.
      MethodHandle made =
          MethodHandles.publicLookup()
              .findConstructor(
                  IllegalStateException.class, MethodType.methodType(void.class, String.class))
              .bindTo(message);
      MethodHandle thrown =
          MethodHandles.foldArguments(
              MethodHandles.throwException(type.returnType(), IllegalStateException.class), made);
      return MethodHandles.dropArguments(thrown, 0, type.parameterList());
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(message, impossible);
    }
  }
}
