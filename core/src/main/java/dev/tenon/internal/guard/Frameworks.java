package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Declarations;
import java.lang.annotation.Annotation;
import java.util.Set;

/** Frameworks that validate calls themselves, known by name. */
final class Frameworks {

  /** What they look for on a class, or on what stands on it. */
  private static final Set<String> MARKS =
      Set.of(
          "org.springframework.validation.annotation.Validated",
          "jakarta.validation.executable.ValidateOnExecution");

  /** The same where they call themselves, with what came from outside. */
  private static final Set<String> ENTRANCES =
      Set.of("org.springframework.stereotype.Controller", "jakarta.ws.rs.Path");

  /** What their clients receive. */
  private static final Set<String> ANSWERS =
      Set.of(
          "jakarta.validation.ConstraintViolationException",
          "org.springframework.validation.method.MethodValidationException");

  private Frameworks() {}

  /** Whether the calls of a class are validated by a framework in front of it. */
  static boolean validate(Class<?> type) {
    return isMarked(type, MARKS) || isEntrance(type);
  }

  /** Whether a framework calls a class with what it received from outside. */
  static boolean isEntrance(Class<?> type) {
    return isMarked(type, ENTRANCES);
  }

  private static boolean isMarked(Class<?> type, Set<String> marks) {
    for (Class<?> each : Declarations.supertypes(type)) {
      for (Annotation annotation : each.getAnnotations()) {
        if (isOf(marks, annotation) || isAbove(marks, annotation.annotationType())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAbove(Set<String> marks, Class<?> annotation) {
    for (Annotation meta : annotation.getAnnotations()) {
      if (isOf(marks, meta)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Set<String> marks, Annotation annotation) {
    return marks.contains(annotation.annotationType().getName());
  }

  /** Whether an exception is how a framework answers for constraints. */
  static boolean isAnswer(Throwable thrown) {
    for (Class<?> at = thrown.getClass(); at != null; at = at.getSuperclass()) {
      if (ANSWERS.contains(at.getName())) {
        return true;
      }
    }
    return false;
  }
}
