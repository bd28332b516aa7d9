package dev.tenon.internal.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidator;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorInitializationContext;
import org.jspecify.annotations.Nullable;

/**
 * By how much times may be wrong to a Hibernate Validator: it tells its own constraint validators
 * alone, so one is made that asks. Loaded only where Hibernate Validator is present.
 */
final class Tolerance {

  private static final ThreadLocal<@Nullable Duration> TOLD = new ThreadLocal<>();

  private Tolerance() {}

  static Duration of(Validator validator) {
    TOLD.remove();
    try {
      validator.validateValue(Asked.class, "value", "");
      Duration told = TOLD.get();
      return told == null ? Duration.ZERO : told;
    } catch (ValidationException refused) {
      return Duration.ZERO;
    } finally {
      TOLD.remove();
    }
  }

  /** The constraint of the asking validator. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  @Constraint(validatedBy = Asking.class)
  public @interface Ask {

    /** Never used. */
    String message() default "";

    /** None. */
    Class<?>[] groups() default {};

    /** None. */
    Class<? extends Payload>[] payload() default {};
  }

  /** What is validated. */
  public static final class Asked {

    @Ask final String value = "";
  }

  /** Takes note of what it is told. */
  public static final class Asking implements HibernateConstraintValidator<Ask, String> {

    /** Made by the factory of the application. */
    public Asking() {}

    @Override
    public void initialize(
        ConstraintDescriptor<Ask> descriptor,
        HibernateConstraintValidatorInitializationContext context) {
      TOLD.set(context.getTemporalValidationTolerance());
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      return true;
    }
  }
}
