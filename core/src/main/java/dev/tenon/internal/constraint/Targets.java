package dev.tenon.internal.constraint;

import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what stands on a method is about its result or about its parameters together. */
final class Targets {

  private static final String CONSTRAINT = "jakarta.validation.Constraint";
  private static final String SUPPORTED =
      "jakarta.validation.constraintvalidation.SupportedValidationTarget";
  private static final String PARAMETERS = "PARAMETERS";

  private Targets() {}

  static boolean isCross(
      Annotation constraint, int parameters, Class<?> result, boolean isConstructor) {
    Object chosen = Vocabulary.get(constraint, "validationAppliesTo");
    if (chosen != null && !chosen.toString().equals("IMPLICIT")) {
      return chosen.toString().equals(PARAMETERS);
    }
    boolean isForParameters = false;
    boolean isForResult = false;
    for (Class<?> validator : validators(constraint)) {
      List<String> targets = targets(validator);
      isForParameters |= targets.contains(PARAMETERS);
      isForResult |= targets.isEmpty() || targets.contains("ANNOTATED_ELEMENT");
    }
    boolean hasNoResult = result == void.class && !isConstructor;
    return isForParameters && (!isForResult || (hasNoResult && parameters > 0));
  }

  private static List<Class<?>> validators(Annotation constraint) {
    Annotation meta = find(constraint.annotationType(), CONSTRAINT);
    return meta != null && Vocabulary.get(meta, "validatedBy") instanceof Class<?>[] validators
        ? List.of(validators)
        : List.of();
  }

  private static List<String> targets(Class<?> validator) {
    Annotation supported = find(validator, SUPPORTED);
    return supported != null && Vocabulary.get(supported, "value") instanceof Object[] targets
        ? List.of(targets).stream().map(Object::toString).toList()
        : List.of();
  }

  private static @Nullable Annotation find(Class<?> on, String name) {
    for (Annotation each : on.getAnnotations()) {
      if (each.annotationType().getName().equals(name)) {
        return each;
      }
    }
    return null;
  }
}
