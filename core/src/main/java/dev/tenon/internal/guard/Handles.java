package dev.tenon.internal.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Method handles of this package, and the one rearrangement that entry and exit both need. */
final class Handles {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Handles() {}

  static MethodHandle own(Class<?> holder, String name, Class<?> result, Class<?>... parameters) {
    try {
      return LOOKUP.findStatic(holder, name, MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(holder.getName() + "." + name, e);
    }
  }

  static MethodHandle getter(Class<?> holder, String field, Class<?> type) {
    try {
      return LOOKUP.findGetter(holder, field, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(holder.getName() + "." + field, e);
    }
  }

  /**
   * Feeds the operand {@code i} of a handle from the operand {@code from[i]} of the wanted type.
   */
  static MethodHandle arrange(MethodHandle handle, MethodType wanted, int... from) {
    MethodType adapted = handle.type().changeReturnType(wanted.returnType());
    for (int i = 0; i < from.length; i++) {
      adapted = adapted.changeParameterType(i, wanted.parameterType(from[i]));
    }
    return MethodHandles.permuteArguments(handle.asType(adapted), wanted, from);
  }
}
