package dev.tenon.processor;

import java.math.BigDecimal;
import javax.lang.model.element.AnnotationMirror;
import org.jspecify.annotations.Nullable;

/**
 * The values that one built-in constraint leaves: of the number, or of the size.
 *
 * @param lowest the bound below; null for none
 * @param highest the bound above; null for none
 * @param inclusive whether a bound itself is left
 */
record ConstraintRange(
    @Nullable BigDecimal lowest, @Nullable BigDecimal highest, boolean inclusive) {

  /** Of the value as a number; null when the constraint says nothing of it, or is malformed. */
  static @Nullable ConstraintRange ofNumber(AnnotationMirror constraint) {
    return switch (ConstraintAnnotations.builtIn(constraint)) {
      case "Min", "DecimalMin" -> from(bound(constraint), isInclusive(constraint));
      case "Max", "DecimalMax" -> to(bound(constraint), isInclusive(constraint));
      case "Positive" -> from(BigDecimal.ZERO, false);
      case "PositiveOrZero" -> from(BigDecimal.ZERO, true);
      case "Negative" -> to(BigDecimal.ZERO, false);
      case "NegativeOrZero" -> to(BigDecimal.ZERO, true);
      default -> null;
    };
  }

  /** Of the size of the value; null when the constraint says nothing of it. */
  static @Nullable ConstraintRange ofSize(AnnotationMirror constraint) {
    return switch (ConstraintAnnotations.builtIn(constraint)) {
      case "Size" ->
          new ConstraintRange(
              BigDecimal.valueOf(number(constraint, "min", 0)),
              BigDecimal.valueOf(number(constraint, "max", Integer.MAX_VALUE)),
              true);
      case "NotEmpty", "NotBlank" -> from(BigDecimal.ONE, true);
      default -> null;
    };
  }

  static int number(AnnotationMirror constraint, String attribute, int byDefault) {
    return ConstraintAnnotations.given(constraint, attribute) instanceof Integer given
        ? given
        : byDefault;
  }

  /** Whether no value is in both. */
  boolean excludes(ConstraintRange other) {
    return isBelow(other) || other.isBelow(this);
  }

  private boolean isBelow(ConstraintRange other) {
    if (highest == null || other.lowest == null) {
      return false;
    }
    int order = highest.compareTo(other.lowest);
    return order < 0 || (order == 0 && !(inclusive && other.inclusive));
  }

  private static @Nullable ConstraintRange from(@Nullable BigDecimal bound, boolean inclusive) {
    return bound == null ? null : new ConstraintRange(bound, null, inclusive);
  }

  private static @Nullable ConstraintRange to(@Nullable BigDecimal bound, boolean inclusive) {
    return bound == null ? null : new ConstraintRange(null, bound, inclusive);
  }

  /** The bound that a constraint gives; null for none, and for one that is no number. */
  static @Nullable BigDecimal bound(AnnotationMirror constraint) {
    Object value = ConstraintAnnotations.given(constraint, "value");
    try {
      return value == null ? null : new BigDecimal(value.toString());
    } catch (NumberFormatException malformed) {
      return null;
    }
  }

  private static boolean isInclusive(AnnotationMirror constraint) {
    return !Boolean.FALSE.equals(ConstraintAnnotations.given(constraint, "inclusive"));
  }
}
