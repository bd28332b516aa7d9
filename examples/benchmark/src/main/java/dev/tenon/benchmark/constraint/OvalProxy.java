package dev.tenon.benchmark.constraint;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import net.sf.oval.guard.Guard;
import org.jspecify.annotations.Nullable;

/** Has OVal's guard make each call, as its interceptors do. */
public final class OvalProxy<S> extends Guard implements InvocationHandler {

  private final S supplier;
  private final Map<Method, Method> bodies;

  private OvalProxy(S supplier, Map<Method, Method> bodies) {
    this.supplier = supplier;
    this.bodies = bodies;
  }

  public static <S> S of(Class<S> seam, S supplier) {
    OvalProxy<S> handler = new OvalProxy<>(supplier, bodies(seam, supplier.getClass()));
    return seam.cast(Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, handler));
  }

  /** Looked up once: OVal finds the constraints of a method in the class that declares it. */
  private static Map<Method, Method> bodies(Class<?> seam, Class<?> supplier) {
    Map<Method, Method> bodies = new HashMap<>();
    for (Method method : seam.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())) {
        continue;
      }
      try {
        bodies.put(method, supplier.getMethod(method.getName(), method.getParameterTypes()));
      } catch (NoSuchMethodException e) {
        throw new IllegalArgumentException(e);
      }
    }
    return bodies;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Method body = Objects.requireNonNull(bodies.get(method), "a method of the seam");
    Object[] given = arguments == null ? new Object[0] : arguments;
    return guardMethod(supplier, body, given, () -> call(body, given));
  }

  private Object call(Method body, Object[] arguments) throws Throwable {
    try {
      return body.invoke(supplier, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
