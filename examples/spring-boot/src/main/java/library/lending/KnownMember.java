package library.lending;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import library.store.Members;
import org.jspecify.annotations.Nullable;

/** The card of somebody who is a member now. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownMember.Judge.class)
public @interface KnownMember {

  /** What is said when it is false. */
  String message() default "is nobody's card";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};

  /** Asks the store. Spring makes it: it has no constructor without arguments. */
  final class Judge implements ConstraintValidator<KnownMember, String> {

    private final Members members;

    /** Made by Spring. */
    public Judge(Members members) {
      this.members = members;
    }

    @Override
    public boolean isValid(@Nullable String card, ConstraintValidatorContext context) {
      return card == null || members.existsById(card);
    }
  }
}
