package dev.tenon.internal.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hands the operands of a call to the judge, boxed and in an array.
 *
 * <p>That is out of line too: the code for it is compiled once a clause was false, and would make
 * the method around it so large that the compiler takes it into its callers no more.
 */
final class Packing {

  private static final int MOST = 6;

  /** By how many; from more, and of none, the JVM makes the array. */
  private static final MethodHandle[] PACKS =
      IntStream.rangeClosed(0, MOST).mapToObj(Packing::pack).toArray(MethodHandle[]::new);

  private static final Map<Class<?>, MethodHandle> BOXES =
      Map.of(
          int.class, Handles.own(OutOfLine.class, "box", Object.class, int.class),
          long.class, Handles.own(OutOfLine.class, "box", Object.class, long.class),
          double.class, Handles.own(OutOfLine.class, "box", Object.class, double.class));

  private Packing() {}

  private static MethodHandle pack(int count) {
    MethodType type =
        MethodType.methodType(Object[].class, int.class)
            .appendParameterTypes(Collections.nCopies(MOST, Object.class));
    MethodHandle all =
        Handles.own(OutOfLine.class, "pack", type.returnType(), type.parameterArray());
    return MethodHandles.insertArguments(
        MethodHandles.insertArguments(all, 0, count), count, new Object[MOST - count]);
  }

  /** A handle that takes so many operands in place of the array at a position. */
  static MethodHandle collecting(MethodHandle handle, int at, int count) {
    return count == 0 || count > MOST
        ? handle.asCollector(at, Object[].class, count)
        : MethodHandles.collectArguments(handle, at, PACKS[count]);
  }

  /** A handle of another type: what it takes as an object comes as what it is. */
  static MethodHandle boxing(MethodHandle handle, MethodType wanted) {
    @Nullable MethodHandle[] boxes = new MethodHandle[wanted.parameterCount()];
    Arrays.setAll(
        boxes,
        i ->
            handle.type().parameterType(i) == Object.class
                ? BOXES.get(wanted.parameterType(i))
                : null);
    return MethodHandles.filterArguments(handle, 0, boxes).asType(wanted);
  }
}
