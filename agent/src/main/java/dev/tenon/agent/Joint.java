package dev.tenon.agent;

import dev.tenon.linking.Calls;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

  static void connect(
      Class<?> joint,
      Bootstraps bootstraps,
      Lambdas lambdas,
      Calls calls,
      References references,
      Function<Object[], @Nullable Object> desk)
      throws Throwable {
    MethodHandle link =
        MethodHandles.lookup()
            .bind(
                bootstraps,
                "link",
                MethodType.methodType(
                    CallSite.class,
                    MethodHandles.Lookup.class,
                    MethodType.class,
                    String.class,
                    String.class,
                    String.class));
    MethodHandle lambda =
        MethodHandles.lookup()
            .bind(
                lambdas,
                "link",
                MethodType.methodType(
                    CallSite.class,
                    MethodHandles.Lookup.class,
                    String.class,
                    CallSite.class,
                    Object[].class))
            .asFixedArity();
    MethodHandle call =
        MethodHandles.lookup()
            .bind(
                calls,
                "link",
                MethodType.methodType(
                    CallSite.class,
                    MethodHandles.Lookup.class,
                    String.class,
                    MethodType.class,
                    MethodHandle.class,
                    String.class,
                    String.class,
                    String.class,
                    int.class));
    MethodHandle reference =
        MethodHandles.lookup()
            .bind(
                references,
                "link",
                MethodType.methodType(
                    CallSite.class,
                    MethodHandles.Lookup.class,
                    String.class,
                    CallSite.class,
                    Object[].class,
                    String.class,
                    String.class,
                    String.class));
    MethodHandles.publicLookup()
        .findStatic(
            joint,
            "install",
            MethodType.methodType(
                void.class,
                MethodHandle.class,
                MethodHandle.class,
                MethodHandle.class,
                MethodHandle.class,
                Function.class))
        .invokeExact(link, lambda, call, reference, desk);
  }
}
