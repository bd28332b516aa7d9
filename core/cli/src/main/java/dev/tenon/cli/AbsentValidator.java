package dev.tenon.cli;

import dev.tenon.Seams;
import jakarta.validation.ClockProvider;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;

/**
 * Stands for the validator of the application. The core refuses constraints that nobody could
 * check; here they are read and none is ever checked.
 */
final class AbsentValidator {

  private AbsentValidator() {}

  static void install() {
    Seams.useValidator((ValidatorFactory) of(ValidatorFactory.class));
  }

  private static Object of(Class<?> type) {
    ClockProvider clock = Clock::systemUTC;
    InvocationHandler answers =
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getValidator" -> of(Validator.class);
              case "forExecutables" -> of(ExecutableValidator.class);
              case "getClockProvider" -> clock;
              default -> throw new ValidationException("there is no validator here");
            };
    return Proxy.newProxyInstance(
        AbsentValidator.class.getClassLoader(), new Class<?>[] {type}, answers);
  }
}
