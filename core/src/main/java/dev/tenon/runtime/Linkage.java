package dev.tenon.runtime;

import dev.tenon.internal.guard.Bodies;
import dev.tenon.internal.guard.Body;
import dev.tenon.internal.guard.Engine;
import dev.tenon.internal.guard.HandoffSite;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * What woven code links to, found by name by the agent. Not for applications.
 *
 * <p>Thread-safe.
 */
public final class Linkage {

  /** What this core speaks: an agent that speaks another number links nothing and says so. */
  public static final int PROTOCOL = 1;

  private Linkage() {}

  /**
   * Links the entry or the exit of a woven body.
   *
   * @param implementor a full lookup of the class that holds the body
   * @param phase {@code "enter"} or {@code "exit"}
   * @param type (Object self, arguments…)Object, or (Object state, Throwable thrown, result unless
   *     void, Object self, arguments…)void
   * @param method the name of the method
   * @param descriptor its erased descriptor
   * @return the site; one that does nothing when no contract binds the body
   * @throws IllegalArgumentException if the phase is unknown or the settings are wrong
   */
  public static CallSite link(
      MethodHandles.Lookup implementor,
      String phase,
      MethodType type,
      String method,
      String descriptor) {
    return link(Bodies.woven(implementor, method, descriptor), phase, type);
  }

  /**
   * Links the entry or the exit of a class that stands for the lambdas of one site.
   *
   * @param wrapper a full lookup of the class
   * @param phase {@code "enter"} or {@code "exit"}
   * @param type as above
   * @param method the name of the operation
   * @param descriptor its erased descriptor
   * @param creator the binary name of the class that makes the lambdas
   * @param file the source file where it does; empty when unknown
   * @param line the line there; 0 when unknown
   * @return the site; one that does nothing when no contract binds the operation
   * @throws IllegalArgumentException if the phase is unknown or the settings are wrong
   */
  public static CallSite linkLambda(
      MethodHandles.Lookup wrapper,
      String phase,
      MethodType type,
      String method,
      String descriptor,
      String creator,
      String file,
      int line) {
    return link(Bodies.lambda(wrapper, creator, file, line, method, descriptor), phase, type);
  }

  /**
   * Links a call of a client whose component has views of the seam.
   *
   * @param client a full lookup of the class that calls
   * @param original what it calls: (what is called on, arguments…)result
   * @param views the binary names of the views that apply, joined by commas
   * @param operation the name of what is called
   * @param method the name of the method that calls
   * @param file the source file of the call; empty when unknown
   * @param line the line there; 0 when unknown
   * @return what the call is from now on, of the same type
   */
  public static MethodHandle linkCall(
      MethodHandles.Lookup client,
      MethodHandle original,
      String views,
      String operation,
      String method,
      String file,
      int line) {
    return original;
  }

  private static CallSite link(@Nullable Body body, String phase, MethodType type) {
    // Wrong settings are refused here, where the agent announces it, not inside a call.
    Engine.installed().meetAgent();
    if (body == null) {
      return new ConstantCallSite(MethodHandles.empty(type));
    }
    return switch (phase) {
      case "enter" -> HandoffSite.entry(body, type);
      case "exit" ->
          HandoffSite.exit(body, type, body.implementation().erased().returnType() != void.class);
      default -> throw new IllegalArgumentException("unknown phase: " + phase);
    };
  }
}
