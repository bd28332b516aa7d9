package dev.tenon.reference.given;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Does the work of a seam itself, with the help of an object that is no supplier of it. */
public record Acting(Object worker) implements InvocationHandler {

  /** A JDK proxy that no supplier stands behind. */
  public static <S> S as(Class<S> seam, Object worker) {
    return Passing.proxy(seam, new Acting(worker));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    for (Method work : worker.getClass().getDeclaredMethods()) {
      if (work.getName().equals(method.getName())) {
        work.setAccessible(true);
        try {
          return work.invoke(worker, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      }
    }
    throw new AssertionError(method);
  }
}
