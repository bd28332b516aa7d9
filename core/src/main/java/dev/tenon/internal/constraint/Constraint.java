package dev.tenon.internal.constraint;

import java.lang.annotation.Annotation;

/**
 * A constraint of Bean Validation where it stands.
 *
 * @param annotation as written; {@code Valid} for what is validated by its own constraints
 * @param position where
 * @param type the erased static type of the value
 */
record Constraint(Annotation annotation, Position position, Class<?> type) {

  boolean isCascade() {
    return annotation.annotationType().getName().equals(Vocabulary.VALID);
  }
}
