package dev.tenon.internal.constraint;

import jakarta.validation.Configuration;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;

/** Makes validators. Loaded only where Jakarta Bean Validation is present. */
final class Factories {

  private Factories() {}

  static dev.tenon.internal.constraint.Validation of(Object factory) {
    return validation((ValidatorFactory) factory);
  }

  private static dev.tenon.internal.constraint.Validation validation(ValidatorFactory factory) {
    Validator validator = relaxed(factory);
    return new JakartaValidation(validator, factory.getClockProvider(), tolerance(validator));
  }

  private static Duration tolerance(Validator validator) {
    try {
      return Tolerance.of(validator);
    } catch (LinkageError another) {
      // Hibernate Validator alone has one.
      return Duration.ZERO;
    }
  }

  private static Validator relaxed(ValidatorFactory factory) {
    try {
      return Relaxed.of(factory);
    } catch (LinkageError | ValidationException another) {
      // Not Hibernate Validator, or behind something that does not show it.
      return factory.getValidator();
    }
  }

  /**
   * The default provider that a class loader sees.
   *
   * @throws ValidationException if there is none, or it cannot be set up
   */
  static dev.tenon.internal.constraint.Validation byDefault(ClassLoader loader) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return validation(build());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ValidatorFactory build() {
    try {
      return configured(false).buildValidatorFactory();
    } catch (ValidationException noExpressions) {
      try {
        return configured(true).buildValidatorFactory();
      } catch (LinkageError | ValidationException neither) {
        noExpressions.addSuppressed(neither);
        throw noExpressions;
      }
    }
  }

  private static Configuration<?> configured(boolean withoutExpressions) {
    Configuration<?> configuration = Validation.byDefaultProvider().configure();
    try {
      Relaxed.configure(configuration);
      if (withoutExpressions) {
        Relaxed.interpolateParametersAlone(configuration);
      }
    } catch (NoClassDefFoundError another) {
      // Another provider, with the rules that it has.
    }
    return configuration;
  }
}
