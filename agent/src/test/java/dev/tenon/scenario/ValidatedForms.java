package dev.tenon.scenario;

import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;

import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.executable.ValidateOnExecution;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;

/** A supplier that a framework validates the calls of, and what it puts in front. */
final class ValidatedForms {

  private static final AtomicInteger MADE = new AtomicInteger();

  private ValidatedForms() {}

  /** A seam with constraints, and with a clause that no framework knows. */
  @Seam
  public interface Lending {
    @Requires(value = "days <= 28", name = "short")
    void lend(@Positive int days);

    void ask(List<@NotNull String> titles);
  }

  /** A supplier. */
  @ValidateOnExecution
  public static class Lender implements Lending {
    @Override
    public void lend(int days) {}

    /** Is refused by what stands behind it in turn, for what it made of its argument. */
    @Override
    public void ask(List<String> titles) {
      titles.add(null);
      throw refusal();
    }
  }

  /** Hands calls on as an interceptor does; one that validates refuses days below one. */
  static final class Intercepting implements InvocationHandler {
    private final Lending supplier;
    private final boolean isValidating;

    Intercepting(Lending supplier, boolean isValidating) {
      this.supplier = supplier;
      this.isValidating = isValidating;
    }

    @Override
    public Object invoke(Object front, Method method, Object[] arguments) throws Throwable {
      if (isValidating && arguments != null && arguments[0] instanceof Integer days && days < 1) {
        throw refusal();
      }
      try {
        return method.invoke(supplier, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  private static ConstraintViolationException refusal() {
    return new ConstraintViolationException(Set.of());
  }

  static Lending jdkProxy(Lending supplier, boolean isValidating) {
    return (Lending)
        Proxy.newProxyInstance(
            Lending.class.getClassLoader(),
            new Class<?>[] {Lending.class},
            new Intercepting(supplier, isValidating));
  }

  /** Named as Spring names those that it generates. */
  static Lending subclass(Lending supplier, boolean isValidating) {
    try {
      return new ByteBuddy()
          .subclass(Lender.class)
          .name(Lender.class.getName() + "$$SpringCGLIB$$" + MADE.getAndIncrement())
          .method(isDeclaredBy(Lender.class))
          .intercept(InvocationHandlerAdapter.of(new Intercepting(supplier, isValidating)))
          .make()
          .load(
              Lender.class.getClassLoader(),
              ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
          .getLoaded()
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
