package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
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

  /**
   * Answers: the first of what it is given says what is asked, then come parameters. Set by the
   * agent once, before any woven code is there.
   */
  static volatile Function<Object[], Object> agent;

  private TenonJoint() {}

  /**
   * The bootstrap of woven code.
   *
   * @param lookup of the woven class
   * @param name of the site
   * @param type of the site
   * @param phase {@code enter}, {@code exit} or {@code prepare}
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
    CallSite linked = linked("link", lookup, type, phase, method, descriptor);
    return linked == null ? new ConstantCallSite(MethodHandles.empty(type)) : linked;
  }

  /**
   * The bootstrap of a woven site that makes lambdas.
   *
   * @param lookup of the class that makes them
   * @param name of the operation
   * @param type of the site
   * @param given which of the JDK's bootstraps it had, the source file and line, then what that
   *     bootstrap was given
   * @return the site
   * @throws LambdaConversionException as the JDK's bootstrap does
   */
  public static CallSite lambda(
      MethodHandles.Lookup lookup, String name, MethodType type, Object... given)
      throws LambdaConversionException {
    return door(lookup, name, plain(lookup, name, type, given), given);
  }

  /**
   * The bootstrap of a method reference of a client to what a view of its component mirrors.
   *
   * @param lookup of the client
   * @param name of the operation of the functional interface
   * @param type of the site
   * @param given the binary names of the views that apply, joined by commas, the name of what is
   *     referred to, the name of the client's method, 1 when the site makes suppliers too, then
   *     what {@link #lambda} is given
   * @return the site
   * @throws LambdaConversionException as the JDK's bootstrap does
   */
  public static CallSite reference(
      MethodHandles.Lookup lookup, String name, MethodType type, Object... given)
      throws LambdaConversionException {
    Object[] lambda = Arrays.copyOfRange(given, 4, given.length);
    CallSite site = plain(lookup, name, type, lambda);
    CallSite linked =
        linked("reference", lookup, name, site, lambda, given[0], given[1], given[2]);
    site = linked == null ? site : linked;
    return given[3].equals(1) ? door(lookup, name, site, lambda) : site;
  }

  private static CallSite plain(
      MethodHandles.Lookup lookup, String name, MethodType type, Object[] given)
      throws LambdaConversionException {
    Object[] originals = Arrays.copyOfRange(given, 3, given.length);
    return given[0].equals("altMetafactory")
        ? LambdaMetafactory.altMetafactory(lookup, name, type, originals)
        : LambdaMetafactory.metafactory(
            lookup,
            name,
            type,
            (MethodType) originals[0],
            (MethodHandle) originals[1],
            (MethodType) originals[2]);
  }

  private static CallSite door(
      MethodHandles.Lookup lookup, String name, CallSite site, Object[] given) {
    CallSite linked = linked("lambda", lookup, name, site, given);
    return linked == null ? site : linked;
  }

  /**
   * The bootstrap of a client's call of an operation that a view of its component mirrors.
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
    CallSite linked = linked("call", lookup, name, type, original, views, method, file, line);
    return linked == null
        ? new ConstantCallSite(original.asFixedArity().asType(type))
        : linked;
  }

  /** The site that the agent gives; null when it gives none. */
  private static CallSite linked(Object... question) {
    try {
      return (CallSite) ask(question);
    } catch (VirtualMachineError noRoom) {
      // Not kept by the JVM, which links again at the next call: a full stack is no verdict.
      throw noRoom;
    } catch (Throwable failure) {
      // The agent reports its own failures; one that reaches this line had no room to do so.
      return null;
    }
  }

  /**
   * Asks the agent.
   *
   * @param question what is asked, then its parameters
   * @return the answer, or null when nobody knows one
   */
  public static Object ask(Object... question) {
    Function<Object[], Object> present = agent;
    return present == null ? null : present.apply(question);
  }
}
