package dev.tenon.agent;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a site that could not be linked to core: nothing, or an exception at every call
 * when the setting {@code strict} says that nothing goes unchecked.
 */
final class Strictness {

  private final Presence presence;

  Strictness(Presence presence) {
    this.presence = presence;
  }

  /**
   * A site that checks nothing.
   *
   * @param refusal what is not enforced and why; null when there is nothing to enforce
   */
  CallSite unlinked(
      Class<?> woven, String phase, MethodType type, String method, @Nullable String refusal) {
    // A call that passed its entry is let out: its exception or result is the supplier's.
    if (refusal == null || !phase.equals("enter") || !presence.isStrict()) {
      return new ConstantCallSite(MethodHandles.empty(type));
    }
    String message =
        woven.getName() + "." + method + " is refused, since tenon is strict and " + refusal;
    return new ConstantCallSite(thrower(type, message));
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
