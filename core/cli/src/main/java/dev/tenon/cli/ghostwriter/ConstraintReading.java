package dev.tenon.cli.ghostwriter;

import dev.tenon.cli.ghostwriter.Limits.Matter;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.math.BigDecimal;

/** From constraints of Bean Validation to limits. */
final class ConstraintReading {

  private final Limits limits;
  private final String position;

  ConstraintReading(Limits limits, String position) {
    this.limits = limits;
    this.position = position;
  }

  /** Reads what stands at one place; what is no constraint is passed over. */
  void read(Annotation... annotations) {
    for (Annotation each : annotations) {
      limits.read(each.annotationType().getSimpleName());
      if (each.annotationType().isAnnotationPresent(Constraint.class)) {
        constraint(each);
      } else if (each instanceof Valid) {
        limits.notUnderstood("@Valid");
      } else {
        read(contained(each));
      }
    }
  }

  private static Annotation[] contained(Annotation container) {
    try {
      Method value = container.annotationType().getDeclaredMethod("value");
      Class<?> element = value.getReturnType().getComponentType();
      boolean isOfConstraints = element != null && element.isAnnotationPresent(Constraint.class);
      return isOfConstraints && value.invoke(container) instanceof Annotation[] all
          ? all
          : new Annotation[0];
    } catch (ReflectiveOperationException none) {
      return new Annotation[0];
    }
  }

  private void constraint(Annotation each) {
    String why = "@" + each.annotationType().getSimpleName() + " " + position;
    if (number(each, why) || decimal(each, why) || text(each, why)) {
      return;
    }
    if (each instanceof NotNull) {
      limits.is(Matter.PRESENT, why);
    } else if (each instanceof AssertTrue) {
      limits.is(Matter.TRUE, why);
    } else if (each instanceof AssertFalse) {
      limits.is(Matter.FALSE, why);
    } else {
      limits.notUnderstood(why);
    }
  }

  private boolean number(Annotation each, String why) {
    if (each instanceof Min min) {
      limits.from(Bound.of(min.value(), why));
    } else if (each instanceof Max max) {
      limits.upTo(Bound.of(max.value(), why));
    } else if (each instanceof Positive) {
      limits.from(new Bound(BigDecimal.ZERO, false, why));
    } else if (each instanceof PositiveOrZero) {
      limits.from(Bound.of(0, why));
    } else if (each instanceof Negative) {
      limits.upTo(new Bound(BigDecimal.ZERO, false, why));
    } else if (each instanceof NegativeOrZero) {
      limits.upTo(Bound.of(0, why));
    } else {
      return false;
    }
    return true;
  }

  private boolean decimal(Annotation each, String why) {
    if (each instanceof DecimalMin min) {
      limits.from(new Bound(new BigDecimal(min.value()), min.inclusive(), why));
    } else if (each instanceof DecimalMax max) {
      limits.upTo(new Bound(new BigDecimal(max.value()), max.inclusive(), why));
    } else if (each instanceof Digits digits) {
      BigDecimal beyond = BigDecimal.TEN.pow(digits.integer());
      limits.from(new Bound(beyond.negate(), false, why));
      limits.upTo(new Bound(beyond, false, why));
      limits.digits(digits.fraction());
    } else {
      return false;
    }
    return true;
  }

  private boolean text(Annotation each, String why) {
    if (each instanceof Size size) {
      if (size.min() > 0) {
        limits.sizeFrom(Bound.of(size.min(), why));
      }
      if (size.max() < Integer.MAX_VALUE) {
        limits.sizeUpTo(Bound.of(size.max(), why));
      }
    } else if (each instanceof NotEmpty) {
      limits.is(Matter.PRESENT, why);
      limits.sizeFrom(Bound.of(1, why));
    } else if (each instanceof NotBlank) {
      limits.is(Matter.PRESENT, why);
      limits.is(Matter.NOT_BLANK, why);
      limits.sizeFrom(Bound.of(1, why));
    } else if (each instanceof Pattern pattern && pattern.flags().length == 0) {
      limits.matching(pattern.regexp());
    } else {
      return false;
    }
    return true;
  }
}
