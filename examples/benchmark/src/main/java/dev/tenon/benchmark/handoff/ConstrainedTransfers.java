package dev.tenon.benchmark.handoff;

import static java.lang.annotation.ElementType.METHOD;

import dev.tenon.benchmark.Account;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.constraintvalidation.ValidationTarget;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.sf.oval.constraint.Min;
import net.sf.oval.guard.Guarded;
import org.springframework.validation.annotation.Validated;

/** The contract of a transfer as constraints. Tenon's compiler reads none: it is no seam. */
public interface ConstrainedTransfers {

  @Distinct
  @PositiveOrZero
  long transfer(@NotNull Account from, @NotNull Account to, @Positive long amount);

  /** The first two parameters are not the same. */
  @Target(METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = Distinctness.class)
  @interface Distinct {

    /** What is said when they are. */
    String message() default "from and to are the same";

    /** The groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};
  }

  /** Compares them. */
  @SupportedValidationTarget(ValidationTarget.PARAMETERS)
  class Distinctness implements ConstraintValidator<Distinct, Object[]> {
    @Override
    public boolean isValid(Object[] parameters, ConstraintValidatorContext context) {
      return parameters[0] == null || parameters[0] != parameters[1];
    }
  }

  /** The supplier. */
  class Supplier implements ConstrainedTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      return 1_000 - amount;
    }
  }

  /** With Spring's mark. */
  @Validated
  class Validates extends Supplier {}

  /** With OVal's constraints. */
  @Guarded(checkInvariants = false)
  final class Guards implements ConstrainedTransfers {
    @Override
    @Min(0)
    public long transfer(
        @net.sf.oval.constraint.NotNull Account from,
        @net.sf.oval.constraint.NotNull Account to,
        @Min(value = 0, inclusive = false) long amount) {
      return 1_000 - amount;
    }
  }
}
