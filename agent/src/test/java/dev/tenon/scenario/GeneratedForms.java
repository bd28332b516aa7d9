package dev.tenon.scenario;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.tenon.contract.Requires;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.sf.cglib.proxy.Enhancer;
import net.sf.cglib.proxy.MethodInterceptor;

/** Suppliers whose classes are made at run time, by the libraries that frameworks use. */
final class GeneratedForms {

  private GeneratedForms() {}

  /** The seam of most forms. */
  public interface Taking {
    @Requires("n >= 0")
    int take(int n);
  }

  /** One for a form that nobody can weave. */
  public interface HiddenTaking {
    @Requires("n >= 0")
    int take(int n);
  }

  /** A supplier that can be extended. */
  public static class Open implements Taking {
    @Override
    public int take(int n) {
      return n;
    }
  }

  static Taking jdkProxyAlone() {
    return proxy((proxy, method, arguments) -> arguments[0]);
  }

  static Taking jdkProxyBefore(Taking supplier) {
    return proxy(
        (proxy, method, arguments) -> {
          try {
            return method.invoke(supplier, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static Taking proxy(InvocationHandler handler) {
    return (Taking)
        Proxy.newProxyInstance(
            Taking.class.getClassLoader(), new Class<?>[] {Taking.class}, handler);
  }

  static Taking cglibSubclass() {
    MethodInterceptor interceptor =
        (self, method, arguments, original) -> original.invokeSuper(self, arguments);
    return (Taking) Enhancer.create(Open.class, interceptor);
  }

  /** As Spring does: the proxy is a subclass, and the supplier another object. */
  static Taking cglibBeforeAnother(Taking supplier) {
    MethodInterceptor interceptor =
        (self, method, arguments, original) -> original.invoke(supplier, arguments);
    return (Taking) Enhancer.create(Open.class, interceptor);
  }

  static Taking cglibInterface() {
    MethodInterceptor interceptor = (self, method, arguments, original) -> arguments[0];
    return (Taking) Enhancer.create(Object.class, new Class<?>[] {Taking.class}, interceptor);
  }

  static Taking byteBuddySubclass() {
    return make(
        new ByteBuddy()
            .subclass(Open.class)
            .method(named("take"))
            .intercept(MethodDelegation.to(PassingOn.class)));
  }

  static Taking byteBuddyInterface() {
    InvocationHandler handler = (self, method, arguments) -> arguments[0];
    return make(
        new ByteBuddy()
            .subclass(Object.class)
            .implement(Taking.class)
            .method(named("take"))
            .intercept(InvocationHandlerAdapter.of(handler)));
  }

  private static Taking make(net.bytebuddy.dynamic.DynamicType.Builder<?> builder) {
    try {
      return (Taking)
          builder
              .make()
              .load(GeneratedForms.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
              .getLoaded()
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static HiddenTaking hidden() {
    String file = Template.class.getName().replace('.', '/') + ".class";
    try (InputStream in = GeneratedForms.class.getClassLoader().getResourceAsStream(file)) {
      return (HiddenTaking)
          MethodHandles.lookup()
              .defineHiddenClass(in.readAllBytes(), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the hidden class is defined from; it is never loaded itself. */
  static final class Template implements HiddenTaking {

    Template() {}

    @Override
    public int take(int n) {
      return n;
    }
  }

  /** An interceptor of the application's own. */
  public static final class PassingOn {

    private PassingOn() {}

    public static int take(@SuperCall java.util.concurrent.Callable<Integer> original)
        throws Exception {
      return original.call();
    }
  }
}
