package dev.tenon.testkit.domain;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a type may be null where it stands, by the annotations that say so, known by name. */
final class Nullness {

  private static final Set<String> NULLABLE = Set.of("Nullable", "CheckForNull");
  private static final Set<String> NON_NULL = Set.of("NonNull", "Nonnull");
  private static final String JETBRAINS = "org.jetbrains.annotations.NotNull";
  private static final String MARKED = "org.jspecify.annotations.NullMarked";
  private static final String UNMARKED = "org.jspecify.annotations.NullUnmarked";

  private Nullness() {}

  static boolean isNullable(Class<?> type, List<Annotation> annotations, boolean isMarked) {
    if (type.isPrimitive() || annotations.stream().anyMatch(Nullness::isNonNull)) {
      return false;
    }
    return !isMarked || isNullable(annotations);
  }

  static boolean isNullable(List<Annotation> annotations) {
    return annotations.stream()
        .anyMatch(each -> NULLABLE.contains(each.annotationType().getSimpleName()));
  }

  private static boolean isNonNull(Annotation annotation) {
    Class<?> type = annotation.annotationType();
    return NON_NULL.contains(type.getSimpleName()) || type.getName().equals(JETBRAINS);
  }

  /** Whether what is said of no value is that it is not null. */
  static boolean isMarked(List<? extends AnnotatedElement> places) {
    return places.stream().anyMatch(Nullness::isMarked);
  }

  private static boolean isMarked(AnnotatedElement place) {
    Class<?> outermost = null;
    for (AnnotatedElement at = place; at != null; at = around(at)) {
      outermost = at instanceof Class<?> type ? type : outermost;
      if (has(at, UNMARKED)) {
        return false;
      }
      if (has(at, MARKED)) {
        return true;
      }
    }
    return outermost != null && has(outermost.getModule(), MARKED);
  }

  private static @Nullable AnnotatedElement around(AnnotatedElement place) {
    if (place instanceof Parameter parameter) {
      return parameter.getDeclaringExecutable();
    }
    if (place instanceof RecordComponent component) {
      return component.getDeclaringRecord();
    }
    if (place instanceof Member member) {
      return member.getDeclaringClass();
    }
    if (place instanceof Class<?> type) {
      Class<?> outer = type.getEnclosingClass();
      return outer == null ? type.getPackage() : outer;
    }
    return null;
  }

  private static boolean has(AnnotatedElement place, String name) {
    return Arrays.stream(place.getAnnotations())
        .anyMatch(each -> each.annotationType().getName().equals(name));
  }
}
