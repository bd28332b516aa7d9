package dev.tenon.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Whether what stands on a method is about its result or about its parameters together. */
final class ConstraintTargets {

  private static final String SUPPORTED =
      "jakarta.validation.constraintvalidation.SupportedValidationTarget";
  private static final String PARAMETERS = "PARAMETERS";

  private ConstraintTargets() {}

  static boolean isCross(AnnotationMirror constraint, ExecutableElement on) {
    String chosen = constant(ConstraintAnnotations.given(constraint, "validationAppliesTo"));
    if (!chosen.isEmpty() && !chosen.equals("IMPLICIT")) {
      return chosen.equals(PARAMETERS);
    }
    boolean isForParameters = false;
    boolean isForResult = false;
    for (TypeElement validator : validators(constraint)) {
      List<String> targets = targets(validator);
      isForParameters |= targets.contains(PARAMETERS);
      isForResult |= targets.isEmpty() || targets.contains("ANNOTATED_ELEMENT");
    }
    boolean hasNoResult =
        on.getKind() != ElementKind.CONSTRUCTOR && on.getReturnType().getKind() == TypeKind.VOID;
    return isForParameters && (!isForResult || (hasNoResult && !on.getParameters().isEmpty()));
  }

  private static List<TypeElement> validators(AnnotationMirror constraint) {
    AnnotationMirror mark = ConstraintAnnotations.mark(constraint);
    List<TypeElement> found = new ArrayList<>();
    if (mark != null) {
      Object given = ConstraintAnnotations.given(mark, "validatedBy");
      for (Object each : ConstraintAnnotations.elements(given)) {
        if (each instanceof DeclaredType type && type.asElement() instanceof TypeElement element) {
          found.add(element);
        }
      }
    }
    return found;
  }

  private static List<String> targets(TypeElement validator) {
    AnnotationMirror supported = ConstraintAnnotations.find(validator, SUPPORTED);
    if (supported == null) {
      return List.of();
    }
    Object given = ConstraintAnnotations.given(supported, "value");
    return ConstraintAnnotations.elements(given).stream().map(ConstraintTargets::constant).toList();
  }

  private static String constant(@Nullable Object value) {
    return value instanceof VariableElement constant ? constant.getSimpleName().toString() : "";
  }
}
