package dev.tenon.internal.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;

/** Handles that throw nothing. */
final class Catching {

  /**
   * Older JDKs keep, for each number of operands, the types of the last such handle that was made
   * anywhere, and with them the application's class loader (JDK-8078641).
   */
  private static final boolean KEEPS_TYPES = Runtime.version().feature() < 21;

  private static final MethodHandle NOTHING =
      MethodHandles.empty(MethodType.methodType(void.class, Throwable.class));

  private Catching() {}

  /** The handle, and what the other makes of whatever it throws. */
  static MethodHandle all(MethodHandle handle, MethodHandle handler) {
    MethodHandle caught = MethodHandles.catchException(handle, Throwable.class, handler);
    if (KEEPS_TYPES) {
      MethodType types =
          MethodType.methodType(
              void.class, Collections.nCopies(handle.type().parameterCount(), String.class));
      MethodHandles.catchException(MethodHandles.empty(types), Throwable.class, NOTHING);
    }
    return caught;
  }
}
