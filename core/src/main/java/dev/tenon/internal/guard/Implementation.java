package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Overriding;
import dev.tenon.verdict.Site;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What one class of receivers does for an operation.
 *
 * @param type the class of the receivers: it, or a class that it inherits from, holds the code
 * @param owner the class that holds the code
 * @param method the name of the method; {@code <init>} for a constructor
 * @param erased its erased type
 * @param isStatic whether it has no receiver
 * @param created where in the application's code the class was made, for one that stands for a
 *     lambda; else null
 */
public record Implementation(
    Class<?> type,
    Class<?> owner,
    String method,
    MethodType erased,
    boolean isStatic,
    @Nullable Site created) {

  /** The name of every constructor. */
  static final String CONSTRUCTOR = "<init>";

  /** (this, Object)boolean. */
  static final MethodHandle IS_WHOLE;

  static {
    try {
      IS_WHOLE =
          MethodHandles.lookup()
              .findVirtual(
                  Implementation.class,
                  "isWhole",
                  MethodType.methodType(boolean.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Implementation.isWhole", e);
    }
  }

  /** Whether it merely passes calls on to an invocation handler. */
  boolean isJdkProxy() {
    return Proxy.isProxyClass(owner);
  }

  /** Whether it is what a mock library generated to answer in a supplier's place. */
  boolean isStandIn() {
    return StandIns.is(type);
  }

  /** Whether it merely stands in front of a body of the class above it. */
  boolean isInFront() {
    return !isOwn() && Front.isBefore(owner, method, erased);
  }

  /** The same operation of the class that stands behind. */
  Implementation of(Class<?> behind) {
    return new Implementation(
        behind, Overriding.owner(behind, method, erased), method, erased, isStatic, created);
  }

  /** Whether a bound body is of this operation, as far as name and number of parameters tell. */
  boolean isSame(Body body) {
    Implementation other = body.implementation();
    return body.isBound()
        && other.method.equals(method)
        && other.erased.parameterCount() == erased.parameterCount();
  }

  boolean isConstructor() {
    return method.equals(CONSTRUCTOR);
  }

  /** Whether it binds what its own class declares and nothing else: nobody overrides it. */
  boolean isOwn() {
    return isStatic || isConstructor();
  }

  /**
   * Whether an object is done when this constructor is: no class of the application is below the
   * constructor's.
   */
  boolean isWhole(Object made) {
    Class<?> type = made.getClass();
    while (type != owner && Machinery.isGenerated(type) && type.getSuperclass() != null) {
      type = type.getSuperclass();
    }
    return type == owner;
  }

  @Override
  public String toString() {
    return type.getName() + "." + method;
  }
}
