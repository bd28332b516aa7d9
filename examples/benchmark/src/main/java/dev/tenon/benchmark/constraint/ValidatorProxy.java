package dev.tenon.benchmark.constraint;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Asks Hibernate Validator before and after each call. */
public record ValidatorProxy<S>(ExecutableValidator validator, S supplier)
    implements InvocationHandler {

  public static <S> S of(Class<S> seam, S supplier) {
    ExecutableValidator validator = factory().getValidator().forExecutables();
    ValidatorProxy<S> handler = new ValidatorProxy<>(validator, supplier);
    return seam.cast(Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, handler));
  }

  /** The default provider, with messages that need no expression language. */
  static ValidatorFactory factory() {
    return Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory();
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    demand(validator.validateParameters(supplier, method, given));
    Object result;
    try {
      result = method.invoke(supplier, given);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
    demand(validator.validateReturnValue(supplier, method, result));
    return result;
  }

  private static <T> void demand(Set<ConstraintViolation<T>> found) {
    if (!found.isEmpty()) {
      throw new ConstraintViolationException(found);
    }
  }
}
