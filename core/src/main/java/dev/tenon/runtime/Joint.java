package dev.tenon.runtime;

import dev.tenon.internal.guard.AgentDesk;
import dev.tenon.internal.guard.Presence;
import dev.tenon.linking.Call;
import dev.tenon.linking.LambdaShape;
import dev.tenon.linking.Origin;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bootstraps of code that was woven at build. Where an agent is attached it links such code as
 * its own; else this core does. Not for applications.
 *
 * <p>Thread-safe. Nothing here throws into the application but a full stack or heap.
 */
public final class Joint {

  private static final MethodType SITE =
      MethodType.methodType(
          CallSite.class, MethodHandles.Lookup.class, String.class, MethodType.class);

  private Joint() {}

  /**
   * Links a door of a woven body.
   *
   * @param lookup of the woven class
   * @param name of the site
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
    try {
      MethodHandle agents = agents("link", String.class, String.class, String.class);
      return agents == null
          ? OwnLinks.LINKER.link(lookup, type, phase, method, descriptor)
          : (CallSite) agents.invokeExact(lookup, name, type, phase, method, descriptor);
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      OwnLinks.failed("link of " + lookup.lookupClass().getName() + "." + method, error);
      return new ConstantCallSite(MethodHandles.empty(type));
    }
  }

  /**
   * Has the objects of a class judged at a body that it inherits, before the first is made.
   *
   * @param lookup of the class
   * @param name of the site
   * @param type of the site, which takes and gives nothing
   * @param owner the binary name of the class that holds the body
   * @param method name of the body
   * @param descriptor of the body
   * @return a site that does nothing more
   */
  public static CallSite inherit(
      MethodHandles.Lookup lookup,
      String name,
      MethodType type,
      String owner,
      String method,
      String descriptor) {
    try {
      MethodHandle agents = agents("link", String.class, String.class, String.class);
      if (agents != null) {
        return (CallSite) agents.invokeExact(lookup, name, type, "prepare", "", "");
      }
      OwnLinks.inherit(lookup, owner, method, descriptor);
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      OwnLinks.failed("what " + lookup.lookupClass().getName() + " inherits", error);
    }
    return new ConstantCallSite(MethodHandles.empty(type));
  }

  /**
   * Links a site that makes lambdas which are suppliers.
   *
   * @param lookup of the class that makes them
   * @param name of the operation
   * @param type of the site
   * @param given the class that stands in front of the lambdas, which of the JDK's bootstraps the
   *     site had, the source file and line, then what that bootstrap was given
   * @return the site
   * @throws LambdaConversionException as the JDK's bootstrap does
   */
  public static CallSite lambda(
      MethodHandles.Lookup lookup, String name, MethodType type, Object... given)
      throws LambdaConversionException {
    Object[] lambda = Arrays.copyOfRange(given, 1, given.length);
    CallSite plain = plain(lookup, name, type, lambda);
    try {
      MethodHandle agents = agents("lambda", Object[].class);
      return agents == null
          ? guarded(new LambdaShape(lookup, name, type, lambda), (Class<?>) given[0], plain)
          : (CallSite) agents.invokeExact(lookup, name, type, lambda);
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      String creator = lookup.lookupClass().getName();
      OwnLinks.failed("lambda of " + creator, error);
      Presence.notEnforced(
          type.returnType(),
          "a lambda in "
              + creator
              + " could not be linked ("
              + error
              + "); please report this defect of tenon");
      return plain;
    }
  }

  private static CallSite guarded(LambdaShape shape, Class<?> front, CallSite plain)
      throws Throwable {
    if (shape.isHandedOn()) {
      return plain;
    }
    Class<?> made = shape.type();
    OwnLinks.LINKER.origin(
        front, new Origin(shape.lookup().lookupClass().getName(), shape.file(), shape.line()));
    MethodHandle wrap =
        shape
            .lookup()
            .findConstructor(front, MethodType.methodType(void.class, made))
            .asType(MethodType.methodType(made, made));
    return LambdaShape.site(MethodHandles.filterReturnValue(plain.dynamicInvoker(), wrap));
  }

  private static CallSite plain(
      MethodHandles.Lookup lookup, String name, MethodType type, Object[] lambda)
      throws LambdaConversionException {
    Object[] originals = Arrays.copyOfRange(lambda, 3, lambda.length);
    return lambda[0].equals("altMetafactory")
        ? LambdaMetafactory.altMetafactory(lookup, name, type, originals)
        : LambdaMetafactory.metafactory(
            lookup,
            name,
            type,
            (MethodType) originals[0],
            (MethodHandle) originals[1],
            (MethodType) originals[2]);
  }

  /**
   * Links a client's call of an operation that a view of its component mirrors.
   *
   * @param lookup of the client
   * @param name of the operation
   * @param type of the site: what is called on, then the parameters
   * @param original what the client calls
   * @param views the binary names of the views that apply, joined by commas
   * @param method name of the client's method
   * @param file source file of the client; empty when unknown
   * @param line of the call; 0 when unknown
   * @return the site; the plain call when there is nothing to enforce
   */
  public static CallSite call(
      MethodHandles.Lookup lookup,
      String name,
      MethodType type,
      MethodHandle original,
      String views,
      String method,
      String file,
      int line) {
    try {
      MethodHandle agents =
          agents("call", MethodHandle.class, String.class, String.class, String.class, int.class);
      return agents == null
          ? OwnLinks.CALLS.link(
              new Call(lookup, name, type, original, views, method, file, line, false))
          : (CallSite) agents.invokeExact(lookup, name, type, original, views, method, file, line);
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      OwnLinks.failed("call in " + lookup.lookupClass().getName() + "." + method, error);
      return new ConstantCallSite(original.asFixedArity().asType(type));
    }
  }

  /** A bootstrap of the agent; null without one. */
  private static @Nullable MethodHandle agents(String name, Class<?>... more)
      throws ReflectiveOperationException {
    if (AgentDesk.version().isEmpty()) {
      return null;
    }
    Class<?> joint = Class.forName("java.lang.TenonJoint", true, null);
    return MethodHandles.publicLookup()
        .findStatic(joint, name, SITE.appendParameterTypes(more))
        .asFixedArity();
  }
}
