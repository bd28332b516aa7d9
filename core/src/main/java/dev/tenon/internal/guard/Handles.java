package dev.tenon.internal.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Method handles of this package, and the one rearrangement that entry and exit both need. */
final class Handles {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private static final MethodHandle FITS =
      own(Handles.class, "fits", boolean.class, Class.class, Object.class);

  private Handles() {}

  static MethodHandle own(Class<?> holder, String name, Class<?> result, Class<?>... parameters) {
    try {
      return LOOKUP.findStatic(holder, name, MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(holder.getName() + "." + name, e);
    }
  }

  /** (object)R. */
  static MethodHandle bound(Class<?> holder, String name, Class<?> result) {
    try {
      return LOOKUP.findVirtual(holder, name, MethodType.methodType(result));
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

  /**
   * Guards a handle against operands that it cannot take.
   *
   * <p>A body inherited from a generic class may say Object where the operation says String, and
   * only a program that mixes raw types passes it anything else: such a call is not one of the
   * operation.
   *
   * @param handle what takes the operands
   * @param types for some operands of the handle, by position, what they must be
   * @param otherwise what is done with others; of the type of the handle
   * @return a handle of the same type
   */
  static MethodHandle fitting(
      MethodHandle handle, List<Map.Entry<Integer, Class<?>>> types, MethodHandle otherwise) {
    MethodHandle guarded = handle;
    MethodType type = handle.type();
    for (Map.Entry<Integer, Class<?>> each : types) {
      int at = each.getKey();
      MethodHandle fits =
          FITS.bindTo(each.getValue())
              .asType(MethodType.methodType(boolean.class, type.parameterType(at)));
      guarded =
          MethodHandles.guardWithTest(
              MethodHandles.dropArguments(fits, 0, type.parameterList().subList(0, at)),
              guarded,
              otherwise);
    }
    return guarded;
  }

  /** Whether a value of one static type may not be of the other. */
  static boolean isNarrower(Class<?> wanted, Class<?> given) {
    return !given.isPrimitive() && !wanted.isPrimitive() && !wanted.isAssignableFrom(given);
  }

  static boolean fits(Class<?> type, @Nullable Object value) {
    return value == null || type.isInstance(value);
  }
}
