package dev.tenon.linking;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a place that could not be linked to core when the setting {@code strict} says that
 * nothing goes unchecked: an exception at every entry, or at every call.
 */
public final class Refusal {

  private Refusal() {}

  /**
   * Handoffs that let nothing in. A call that passed its entry is let out: its exception or result
   * is the supplier's.
   *
   * @param woven the class that holds the body
   * @param method the name of the body
   * @param why what stands behind "since tenon is strict and"
   * @param enter the type of its entry
   * @param exit the type of its exits
   * @return the handoffs
   */
  public static Handoffs of(
      Class<?> woven, String method, String why, MethodType enter, MethodType exit) {
    return new Handoffs(of(woven.getName() + "." + method, why, enter), MethodHandles.empty(exit));
  }

  /**
   * What throws instead of going on.
   *
   * @param what is refused
   * @param why what stands behind "since tenon is strict and"
   * @param type what the handle takes and gives
   * @return a handle of that type
   */
  public static MethodHandle of(String what, String why, MethodType type) {
    return thrower(
        type, IllegalStateException.class, what + " is refused, since tenon is strict and " + why);
  }

  /** What throws an exception. */
  static MethodHandle thrower(
      MethodType type, Class<? extends RuntimeException> exception, @Nullable String message) {
    try {
      // Made anew by each call: an exception has the stack of the call that it ends.
      MethodHandle made =
          MethodHandles.publicLookup()
              .findConstructor(exception, MethodType.methodType(void.class, String.class))
              .bindTo(message);
      MethodHandle thrown =
          MethodHandles.foldArguments(
              MethodHandles.throwException(type.returnType(), exception), made);
      return MethodHandles.dropArguments(thrown, 0, type.parameterList());
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(exception.getName(), impossible);
    }
  }
}
