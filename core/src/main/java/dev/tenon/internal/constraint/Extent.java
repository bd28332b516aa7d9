package dev.tenon.internal.constraint;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Map;

/** How many elements or characters there may be, both included. */
record Extent(int min, int max) {

  private static final MethodType COUNT = MethodType.methodType(int.class);

  static final Extent NOT_EMPTY = new Extent(1, Integer.MAX_VALUE);

  boolean holds(int count) {
    return min <= count && count <= max;
  }

  /**
   * A test that throws on null.
   *
   * @param counted {@link CharSequence}, {@link Collection}, {@link Map} or an array type
   */
  MethodHandle test(Class<?> counted) {
    MethodHandle holds = Linking.test(this, Extent.class, "holds", int.class);
    return MethodHandles.filterArguments(holds, 0, count(counted));
  }

  private static MethodHandle count(Class<?> counted) {
    if (counted.isArray()) {
      return MethodHandles.arrayLength(counted);
    }
    return Linking.method(counted, counted == CharSequence.class ? "length" : "size", COUNT);
  }
}
