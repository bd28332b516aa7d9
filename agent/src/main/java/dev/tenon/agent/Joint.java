package dev.tenon.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the one class that woven code, agent and core share into java.lang. */
final class Joint {

  private Joint() {}

  /** Defines it, and connects the agent; once in a JVM. */
  static void install(Instrumentation instrumentation, Function<Object[], @Nullable Object> agent)
      throws ReflectiveOperationException, IOException {
    // Opened to the agent's own loader alone. Unlike a longer boot class path, this keeps the
    // shared archive of the application in use.
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(Joint.class.getModule())),
        Set.of(),
        Map.of());
    Lookup within = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
    Class<?> joint = within.defineClass(classFile());
    // For a reflective call JDK 18 and later would make five classes.
    within.findStaticVarHandle(joint, "agent", Function.class).setVolatile((Function<?, ?>) agent);
  }

  /** It is not in the jar as a class: java.lang is the JDK's. */
  private static byte[] classFile() throws IOException {
    ClassLoader own = Joint.class.getClassLoader();
    try (InputStream in = own.getResourceAsStream("java/lang/TenonJoint.class")) {
      return Objects.requireNonNull(in, "no joint in the agent").readAllBytes();
    }
  }
}
