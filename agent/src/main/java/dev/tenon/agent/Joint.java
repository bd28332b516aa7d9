package dev.tenon.agent;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the one class that woven code, agent and core share into java.lang. */
final class Joint {

  private Joint() {}

  static Class<?> define(Instrumentation instrumentation, byte[] bytes)
      throws IllegalAccessException {
    // Opened to the agent's own loader alone. Unlike a longer boot class path, this keeps the
    // shared archive of the application in use.
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(Joint.class.getModule())),
        Set.of(),
        Map.of());
    return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(bytes);
  }

  /** Connects the agent. */
  static void connect(Class<?> joint, Function<Object[], @Nullable Object> agent)
      throws ReflectiveOperationException {
    joint.getMethod("install", Function.class).invoke(null, agent);
  }
}
