package dev.tenon.reference.given;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands in front of a supplier, as interceptors do. */
public record Passing(Object target) implements InvocationHandler {

  /** A JDK proxy in front of a supplier. */
  public static <S> S before(Class<S> seam, S supplier) {
    return proxy(seam, new Passing(supplier));
  }

  static <S> S proxy(Class<S> seam, InvocationHandler handler) {
    return seam.cast(Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, handler));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    method.setAccessible(true);
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
