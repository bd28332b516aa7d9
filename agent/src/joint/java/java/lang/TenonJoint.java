package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;

/**
 * Where woven code, the agent and core meet, although none of them sees another: every class loader
 * delegates java.lang. Only types of the JDK cross here.
 *
 * <p>Thread-safe. Nothing here throws into the application but a full stack or heap.
 */
public final class TenonJoint {

  /** The protocol that the agent speaks. */
  public static final int PROTOCOL = 1;

  private static volatile MethodHandle linker;
  private static volatile Function<Object[], Object> desk;

  private TenonJoint() {}

  /**
   * Connects the agent. Only the first call has an effect: a second agent must not take over sites
   * of the first.
   *
   * @param linker gives the call site of a woven body
   * @param desk answers what core asks
   */
  public static synchronized void install(MethodHandle linker, Function<Object[], Object> desk) {
    if (TenonJoint.linker == null) {
      TenonJoint.desk = desk;
      TenonJoint.linker = linker;
    }
  }

  /**
   * The bootstrap of woven code.
   *
   * @param lookup of the woven class
   * @param name of the site, {@code enter} or {@code exit}
   * @param type of the site
   * @param phase {@code enter} or {@code exit}
   * @param method name of the woven method
   * @param descriptor of the woven method
   * @return the site; one that does nothing when there is nothing to enforce
   */
  public static CallSite link(
      MethodHandles.Lookup lookup,
      String name,
      MethodType type,
      String phase,
      String method,
      String descriptor) {
    MethodHandle present = linker;
    if (present != null) {
      try {
        return (CallSite) present.invokeExact(lookup, name, type, phase, method, descriptor);
      } catch (VirtualMachineError noRoom) {
        // Not kept by the JVM, which links again at the next call: a full stack is no verdict.
        throw noRoom;
      } catch (Throwable failure) {
        // The linker reports its own failures; one that reaches this line had no room to do so.
      }
    }
    return new ConstantCallSite(MethodHandles.empty(type));
  }

  /**
   * Asks the agent.
   *
   * @param question what is asked, then its parameters
   * @return the answer, or null when nobody knows one
   */
  public static Object ask(Object... question) {
    Function<Object[], Object> present = desk;
    return present == null ? null : present.apply(question);
  }
}
