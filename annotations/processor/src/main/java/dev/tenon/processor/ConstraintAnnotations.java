package dev.tenon.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Tells constraints of Bean Validation from other annotations. By names alone: it need not be on
 * the path of the processor.
 */
final class ConstraintAnnotations {

  static final String VALID = "jakarta.validation.Valid";
  static final String BUILT_IN = "jakarta.validation.constraints.";

  private static final String CONSTRAINT = "jakarta.validation.Constraint";
  private static final String UNSUPPORTED = "javax.validation.";

  private ConstraintAnnotations() {}

  /** The constraints among some annotations, those in containers included, and cascades. */
  static List<AnnotationMirror> among(List<? extends AnnotationMirror> annotations) {
    List<AnnotationMirror> found = new ArrayList<>();
    for (AnnotationMirror each : annotations) {
      if (isConstraint(each) || isCascade(each)) {
        found.add(each);
      } else {
        contained(each).stream().filter(ConstraintAnnotations::isConstraint).forEach(found::add);
      }
    }
    return found;
  }

  /** Those of the vocabulary before Jakarta's, which nobody evaluates. */
  static List<AnnotationMirror> unsupported(List<? extends AnnotationMirror> annotations) {
    List<AnnotationMirror> found = new ArrayList<>();
    for (AnnotationMirror each : annotations) {
      if (nameOf(each).startsWith(UNSUPPORTED) || isMarked(each, UNSUPPORTED + "Constraint")) {
        found.add(each);
      }
    }
    return found;
  }

  static boolean isCascade(AnnotationMirror annotation) {
    return nameOf(annotation).equals(VALID);
  }

  static boolean isConstraint(TypeElement annotation) {
    return find(annotation, CONSTRAINT) != null;
  }

  static boolean isConstraint(AnnotationMirror annotation) {
    return isMarked(annotation, CONSTRAINT);
  }

  /** The mark of a constraint; null when it is none. */
  static @Nullable AnnotationMirror mark(AnnotationMirror constraint) {
    return find(typeOf(constraint), CONSTRAINT);
  }

  static @Nullable AnnotationMirror find(TypeElement on, String name) {
    for (AnnotationMirror each : on.getAnnotationMirrors()) {
      if (nameOf(each).equals(name)) {
        return each;
      }
    }
    return null;
  }

  /** The name of a built-in constraint without its package; empty for another. */
  static String builtIn(AnnotationMirror annotation) {
    String name = nameOf(annotation);
    return name.startsWith(BUILT_IN) ? name.substring(BUILT_IN.length()) : "";
  }

  static String nameOf(AnnotationMirror annotation) {
    return typeOf(annotation).getQualifiedName().toString();
  }

  static TypeElement typeOf(AnnotationMirror annotation) {
    return (TypeElement) annotation.getAnnotationType().asElement();
  }

  /** What is given explicitly for an attribute; null for nothing. */
  static @Nullable Object given(AnnotationMirror annotation, String attribute) {
    for (var entry : annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(attribute)) {
        return entry.getValue().getValue();
      }
    }
    return null;
  }

  /** The whole number given for an attribute. */
  static int number(AnnotationMirror annotation, String attribute, int byDefault) {
    return given(annotation, attribute) instanceof Integer given ? given : byDefault;
  }

  /** The elements of an attribute that is an array. */
  static List<Object> elements(@Nullable Object value) {
    List<Object> found = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof AnnotationValue element) {
          found.add(element.getValue());
        }
      }
    }
    return found;
  }

  private static boolean isMarked(AnnotationMirror annotation, String mark) {
    return find(typeOf(annotation), mark) != null;
  }

  private static List<AnnotationMirror> contained(AnnotationMirror container) {
    List<AnnotationMirror> found = new ArrayList<>();
    for (Object each : elements(given(container, "value"))) {
      if (each instanceof AnnotationMirror single) {
        found.add(single);
      }
    }
    return found;
  }
}
