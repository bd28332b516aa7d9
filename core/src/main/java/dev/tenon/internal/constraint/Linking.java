package dev.tenon.internal.constraint;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The method handles that tests are made of. */
final class Linking {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle NULL = nullTest("isNull");
  private static final MethodHandle NOT_NULL = nullTest("isPresent");

  private Linking() {}

  /** A method (value)boolean of an object that is bound to it. */
  static MethodHandle test(Object target, Class<?> declaring, String name, Class<?> value) {
    return method(declaring, name, MethodType.methodType(boolean.class, value)).bindTo(target);
  }

  static MethodHandle method(Class<?> declaring, String name, MethodType type) {
    try {
      return LOOKUP.findVirtual(declaring, name, type);
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError(declaring.getName() + "." + name, missing);
    }
  }

  static MethodHandle function(Class<?> declaring, String name, MethodType type) {
    try {
      return LOOKUP.findStatic(declaring, name, type);
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError(declaring.getName() + "." + name, missing);
    }
  }

  /** The same answer for every value. */
  static MethodHandle always(boolean answer, Class<?> type) {
    return MethodHandles.dropArguments(MethodHandles.constant(boolean.class, answer), 0, type);
  }

  /** (type)boolean that answers for null itself, and asks the test for all else. */
  static MethodHandle orNull(boolean answer, MethodHandle test, Class<?> type) {
    return MethodHandles.guardWithTest(isNull(type), always(answer, type), on(type, test));
  }

  static MethodHandle isNull(Class<?> type) {
    return on(type, NULL);
  }

  static MethodHandle isPresent(Class<?> type) {
    return on(type, NOT_NULL);
  }

  /** A test of a wider type as one of exactly this type. */
  static MethodHandle on(Class<?> type, MethodHandle test) {
    return test.asType(MethodType.methodType(boolean.class, type));
  }

  private static MethodHandle nullTest(String name) {
    return function(Linking.class, name, MethodType.methodType(boolean.class, Object.class));
  }

  @SuppressWarnings("unused") // by its handle
  private static boolean isNull(@Nullable Object value) {
    return value == null;
  }

  @SuppressWarnings("unused") // by its handle
  private static boolean isPresent(@Nullable Object value) {
    return value != null;
  }
}
