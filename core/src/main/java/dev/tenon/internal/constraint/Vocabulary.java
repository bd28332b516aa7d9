package dev.tenon.internal.constraint;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What tells constraints from other annotations. By names alone: Bean Validation may be absent, or
 * be another copy of it than core sees.
 */
final class Vocabulary {

  static final String VALID = "jakarta.validation.Valid";

  private static final String CONSTRAINT = "jakarta.validation.Constraint";
  private static final String UNSUPPORTED = "javax.validation.";

  /** Of every constraint: they say nothing of the value. */
  private static final List<String> COMMON = List.of("message", "groups", "payload");

  private Vocabulary() {}

  /** The constraints among some annotations, those in containers included, and cascades. */
  static List<Annotation> constraints(Annotation... annotations) {
    List<Annotation> found = new ArrayList<>();
    for (Annotation each : annotations) {
      if (isConstraint(each.annotationType()) || each.annotationType().getName().equals(VALID)) {
        found.add(each);
      } else {
        found.addAll(contained(each));
      }
    }
    return found;
  }

  /** Whether one is of the vocabulary before Jakarta's, which nobody evaluates here. */
  static boolean isUnsupported(Annotation annotation) {
    Class<?> type = annotation.annotationType();
    if (type.getName().startsWith(UNSUPPORTED)) {
      return true;
    }
    for (Annotation meta : type.getAnnotations()) {
      if (meta.annotationType().getName().equals(UNSUPPORTED + "Constraint")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it compares with the present. */
  static boolean isOfTime(Annotation constraint) {
    String name = constraint.annotationType().getSimpleName();
    return name.startsWith("Past") || name.startsWith("Future");
  }

  private static boolean isConstraint(Class<?> type) {
    for (Annotation meta : type.getAnnotations()) {
      if (meta.annotationType().getName().equals(CONSTRAINT)) {
        return true;
      }
    }
    return false;
  }

  private static List<Annotation> contained(Annotation container) {
    Method value = member(container, "value");
    Class<?> element = value == null ? null : value.getReturnType().getComponentType();
    if (element == null || !element.isAnnotation() || !isConstraint(element)) {
      return List.of();
    }
    return get(container, "value") instanceof Annotation[] all ? List.of(all) : List.of();
  }

  /** The value of a member of an annotation; null when it has none of this name. */
  static @Nullable Object get(Annotation annotation, String name) {
    Method member = member(annotation, name);
    if (member == null) {
      return null;
    }
    return Members.invoke(annotation, member);
  }

  private static @Nullable Method member(Annotation annotation, String name) {
    try {
      return annotation.annotationType().getDeclaredMethod(name);
    } catch (NoSuchMethodException none) {
      return null;
    }
  }

  /** The groups that a constraint names; none for a cascade. */
  static List<Class<?>> groups(Annotation constraint) {
    return get(constraint, "groups") instanceof Class<?>[] groups ? List.of(groups) : List.of();
  }

  /** The message that somebody wrote for it; empty when it is the constraint's own. */
  static String message(Annotation constraint) {
    Method member = member(constraint, "message");
    if (member == null || !(get(constraint, "message") instanceof String message)) {
      return "";
    }
    return message.equals(member.getDefaultValue()) ? "" : message;
  }

  /** What is given to it by name, other than the defaults and the message. */
  static Map<String, Object> given(Annotation constraint) {
    Map<String, Object> given = new TreeMap<>();
    for (Method member : constraint.annotationType().getDeclaredMethods()) {
      Object value = member.isSynthetic() ? null : get(constraint, member.getName());
      Object byDefault = member.getDefaultValue();
      boolean isDefault =
          value != null && byDefault != null && shown(value).equals(shown(byDefault));
      if (value != null && !isDefault && !member.getName().equals("message")) {
        given.put(member.getName(), value);
      }
    }
    return given;
  }

  /** As written, without what is as by default and without the message. */
  static String text(Annotation constraint) {
    Map<String, String> members = new TreeMap<>();
    for (Method member : constraint.annotationType().getDeclaredMethods()) {
      String name = member.getName();
      Object value = COMMON.contains(name) || member.isSynthetic() ? null : get(constraint, name);
      Object byDefault = member.getDefaultValue();
      if (value != null && !shown(value).equals(byDefault == null ? null : shown(byDefault))) {
        members.put(name, shown(value));
      }
    }
    String name = "@" + constraint.annotationType().getSimpleName();
    if (members.isEmpty()) {
      return name;
    }
    if (members.size() == 1 && members.containsKey("value")) {
      return name + "(" + members.get("value") + ")";
    }
    List<String> pairs = new ArrayList<>();
    members.forEach((key, value) -> pairs.add(key + " = " + value));
    return name + "(" + String.join(", ", pairs) + ")";
  }

  private static String shown(Object value) {
    if (value instanceof String string) {
      return '"' + string + '"';
    }
    if (value instanceof Class<?> type) {
      return type.getSimpleName() + ".class";
    }
    if (value instanceof Object[] array) {
      List<String> shown = new ArrayList<>();
      for (Object element : array) {
        shown.add(shown(element));
      }
      return "{" + String.join(", ", shown) + "}";
    }
    return value instanceof Annotation nested
        ? text(nested)
        : String.format(Locale.ROOT, "%s", value);
  }
}
