package dev.tenon.internal.constraint;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;

/** The reference implementation, asked for its answers. */
final class Hibernate implements AutoCloseable {

  /**
   * An answer.
   *
   * @param kind what was said
   * @param text of the exception and its causes; empty without one
   */
  record Answer(Kind kind, String text) {}

  /** What was said. */
  enum Kind {
    HOLDS,
    BROKEN,
    /** The value cannot be judged. */
    FAILED,
    /** No value can be. */
    MISPLACED
  }

  private static final Answer HOLDS = new Answer(Kind.HOLDS, "");
  private static final Answer BROKEN = new Answer(Kind.BROKEN, "");

  private final ValidatorFactory factory;
  private final Validator validator;

  Hibernate(Clock clock, Duration tolerance) {
    factory =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .clockProvider(() -> clock)
            .temporalValidationTolerance(tolerance)
            .messageInterpolator(new Mute())
            .buildValidatorFactory();
    validator = factory.getValidator();
  }

  static String version() {
    return String.valueOf(HibernateValidator.class.getPackage().getImplementationVersion());
  }

  Answer ask(Object target, Method method, Object value) {
    try {
      return validator
              .forExecutables()
              .validateParameters(target, method, new Object[] {value})
              .isEmpty()
          ? HOLDS
          : BROKEN;
    } catch (ConstraintDeclarationException misplaced) {
      return new Answer(Kind.MISPLACED, text(misplaced));
    } catch (ValidationException failure) {
      String text = text(failure);
      return new Answer(text.contains("HV000032") ? Kind.MISPLACED : Kind.FAILED, text);
    }
  }

  @Override
  public void close() {
    factory.close();
  }

  private static String text(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      text.append(each).append('\n');
    }
    return text.toString();
  }

  /** Nobody reads the messages, and they cost more than the answer. */
  private static final class Mute implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }
}
