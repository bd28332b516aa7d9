package dev.tenon.testkit.domain;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Constraints of a user's own. */
final class Composed {

  private Composed() {}

  /** A group that is not the default. */
  interface Rarely {}

  @NotNull
  @Min(1)
  @Max(1_000)
  @Constraint(validatedBy = {})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Percent {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    @OverridesAttribute(constraint = Max.class, name = "value")
    long top() default 100;
  }

  @Size(max = 2)
  @Pattern(regexp = "[0-9]{4}")
  @ConstraintComposition(CompositionType.OR)
  @Constraint(validatedBy = {})
  @Retention(RetentionPolicy.RUNTIME)
  @interface ShortOrYear {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  @Constraint(validatedBy = EvenValidator.class)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Even {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  static final class EvenValidator implements ConstraintValidator<Even, Integer> {
    @Override
    public boolean isValid(@Nullable Integer value, ConstraintValidatorContext context) {
      return value == null || value % 2 == 0;
    }
  }

  /** Places with them. */
  interface Marked {
    void percent(@Percent Integer share);

    void most(@Percent(top = 7) Integer share);

    void either(@ShortOrYear String year);

    void even(@Even @Min(2) Integer number);

    void grouped(@Min(value = 5, groups = Rarely.class) int number);

    void plain(Integer number);

    void nullable(@Nullable Integer number);

    void list(List<@Nullable Integer> numbers);
  }

  /** Places around which nothing is said of null. */
  @NullUnmarked
  interface Unmarked {
    void open(Integer number);

    void closed(@NonNull Integer number);
  }
}
