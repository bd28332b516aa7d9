package dev.tenon.internal.constraint;

import jakarta.validation.Configuration;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.HibernateValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * The three rules of the specification that applications break in numbers, let go. Loaded only
 * where Hibernate Validator is present.
 */
final class Relaxed {

  private Relaxed() {}

  static Validator of(ValidatorFactory factory) {
    return factory
        .unwrap(HibernateValidatorFactory.class)
        .usingContext()
        .allowOverridingMethodAlterParameterConstraint(true)
        .allowMultipleCascadedValidationOnReturnValues(true)
        .allowParallelMethodsDefineParameterConstraints(true)
        .getValidator();
  }

  static void configure(Configuration<?> configuration) {
    if (configuration instanceof BaseHibernateValidatorConfiguration<?> hibernate) {
      hibernate
          .allowOverridingMethodAlterParameterConstraint(true)
          .allowMultipleCascadedValidationOnReturnValues(true)
          .allowParallelMethodsDefineParameterConstraints(true);
    }
  }

  /** For an application without an implementation of the expression language. */
  static void interpolateParametersAlone(Configuration<?> configuration) {
    configuration.messageInterpolator(new ParameterMessageInterpolator());
  }
}
