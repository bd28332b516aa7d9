package dev.tenon.spring.boot;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A constraint that only the application can judge: its validator takes a bean. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownCode.Judge.class)
public @interface KnownCode {
  /** What is said when it is false. */
  String message() default "is no known code";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};

  /** Has no constructor without arguments: no provider makes it without Spring. */
  final class Judge implements ConstraintValidator<KnownCode, String> {

    private final Codes codes;

    /** Made by Spring. */
    public Judge(Codes codes) {
      this.codes = codes;
    }

    @Override
    public boolean isValid(String code, ConstraintValidatorContext context) {
      return code == null || codes.knows(code);
    }
  }
}
