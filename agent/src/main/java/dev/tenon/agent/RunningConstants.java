package dev.tenon.agent;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many constants a class has as it runs. Whoever puts code into a class adds constants, so a
 * class file with another number is not that of the class.
 *
 * <p>From inside the JDK, which may refuse: then the number is not known.
 */
final class RunningConstants {

  private final @Nullable MethodHandle size;

  RunningConstants(Instrumentation instrumentation) {
    this.size = find(instrumentation);
  }

  private static @Nullable MethodHandle find(Instrumentation instrumentation) {
    try {
      Class<?> constants = Class.forName("jdk.internal.reflect.ConstantPool");
      instrumentation.redefineModule(
          Object.class.getModule(),
          Set.of(),
          Map.of(),
          Map.of(
              "java.lang", Set.of(RunningConstants.class.getModule()),
              "jdk.internal.reflect", Set.of(RunningConstants.class.getModule())),
          Set.of(),
          Map.of());
      MethodHandle of =
          MethodHandles.privateLookupIn(Class.class, MethodHandles.lookup())
              .findVirtual(Class.class, "getConstantPool", MethodType.methodType(constants));
      MethodHandle size =
          MethodHandles.privateLookupIn(constants, MethodHandles.lookup())
              .findVirtual(constants, "getSize", MethodType.methodType(int.class));
      return MethodHandles.filterReturnValue(of, size);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return null;
    }
  }

  /** The number; -1 when it is not known. */
  int of(Class<?> type) {
    if (size == null) {
      return -1;
    }
    try {
      return (int) size.invokeExact(type);
    } catch (VirtualMachineError error) {
      throw error;
    } catch (Throwable refused) {
      return -1;
    }
  }
}
