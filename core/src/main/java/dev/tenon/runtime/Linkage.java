package dev.tenon.runtime;

import dev.tenon.internal.guard.Bodies;
import dev.tenon.internal.guard.Body;
import dev.tenon.internal.guard.CallGuard;
import dev.tenon.internal.guard.Calls;
import dev.tenon.internal.guard.Engine;
import dev.tenon.internal.guard.HandoffSite;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
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
   * Links one call of a client that has views.
   *
   * @param client a full lookup of the class that calls
   * @param original the call as it was written
   * @param views the binary names of the views of this client, with commas between
   * @param operation the name of what is called
   * @param method the name of the client's method
   * @param file the source file of the call; empty when unknown
   * @param line its line there; 0 when unknown
   * @return a handle of the same type; the original when no view says anything of the call
   * @throws ClassNotFoundException if the client does not see a view
   * @throws IllegalArgumentException if the settings are wrong
   */
  public static MethodHandle linkCall(
      MethodHandles.Lookup client,
      MethodHandle original,
      String views,
      String operation,
      String method,
      String file,
      int line)
      throws ClassNotFoundException {
    Engine.installed().meetAgent();
    Body body =
        Calls.of(client, original.type(), operation, List.of(views.split(",")), method, file, line);
    return body == null ? original : CallGuard.around(original, body);
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
