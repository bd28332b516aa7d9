package dev.tenon.internal.guard;

import dev.tenon.verdict.Site;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What one class of receivers does for an operation.
 *
 * @param type the class of the receivers: it, or a class that it inherits from, holds the code
 * @param owner the class that holds the code
 * @param method the name of the method
 * @param erased its erased type
 * @param created where in the application's code the class was made, for one that stands for a
 *     lambda; else null
 */
public record Implementation(
    Class<?> type, Class<?> owner, String method, MethodType erased, @Nullable Site created) {

  /** Whether it merely passes calls on to an invocation handler. */
  boolean isJdkProxy() {
    return Proxy.isProxyClass(owner);
  }

  @Override
  public String toString() {
    return type.getName() + "." + method;
  }
}
