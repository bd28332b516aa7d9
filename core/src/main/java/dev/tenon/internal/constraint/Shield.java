package dev.tenon.internal.constraint;

import dev.tenon.contract.companion.Flag;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the flag while a test runs code of the application, so that seams crossed by that code are
 * not checked.
 */
record Shield(Supplier<? extends Flag> flags, MethodHandle test) {

  private static final MethodHandle OF_PLATFORM =
      Linking.function(
          Shield.class, "isOfPlatform", MethodType.methodType(boolean.class, Object.class));

  /** A test that holds the flag unless the value's class is the boot loader's. */
  static MethodHandle around(MethodHandle test, Supplier<? extends Flag> flags) {
    Class<?> type = test.type().parameterType(0);
    if (type.isPrimitive() || type.isArray() || (isFinal(type) && type.getClassLoader() == null)) {
      return test;
    }
    return MethodHandles.guardWithTest(Linking.on(type, OF_PLATFORM), test, always(test, flags));
  }

  /** A test that holds the flag for every value but null. */
  static MethodHandle always(MethodHandle test, Supplier<? extends Flag> flags) {
    Class<?> type = test.type().parameterType(0);
    Shield shield = new Shield(flags, Linking.on(Object.class, test));
    return Linking.on(type, Linking.test(shield, Shield.class, "holds", Object.class));
  }

  boolean holds(@Nullable Object value) throws Throwable {
    Flag flag = flags.get();
    boolean was = flag.on;
    flag.on = true;
    try {
      return (boolean) test.invokeExact(value);
    } finally {
      flag.on = was;
    }
  }

  static boolean isOfPlatform(@Nullable Object value) {
    return value == null || value.getClass().getClassLoader() == null;
  }

  private static boolean isFinal(Class<?> type) {
    return Modifier.isFinal(type.getModifiers());
  }
}
