package dev.tenon.testkit.domain;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of Jakarta Bean Validation, read by name: the library need not be there.
 *
 * @param type its annotation
 * @param values its attributes
 * @param shown how the user wrote it, or the one that it is composed into
 */
record Constraint(Class<? extends Annotation> type, Map<String, Object> values, String shown) {

  private static final String MARK = "jakarta.validation.Constraint";
  private static final String DEFAULT = "jakarta.validation.groups.Default";
  private static final String OVERRIDES = "jakarta.validation.OverridesAttribute";
  private static final String COMPOSITION =
      "org.hibernate.validator.constraints.ConstraintComposition";
  private static final Set<String> COMMON = Set.of("message", "groups", "payload");

  /** Those among annotations that hold in the default group; repeated ones are unpacked. */
  static List<Constraint> of(List<Annotation> annotations) {
    List<Constraint> constraints = new ArrayList<>();
    for (Annotation each : annotations) {
      if (isConstraint(each.annotationType())) {
        Constraint constraint = of(each);
        if (constraint.isOfDefaultGroup() && !constraints.contains(constraint)) {
          constraints.add(constraint);
        }
      } else {
        for (Constraint one : of(repeated(each))) {
          if (!constraints.contains(one)) {
            constraints.add(one);
          }
        }
      }
    }
    return constraints;
  }

  private static boolean isConstraint(Class<? extends Annotation> type) {
    return meta(type, MARK) != null;
  }

  private static List<Annotation> repeated(Annotation annotation) {
    Method value = find(annotation.annotationType(), "value");
    if (value == null || !Annotation[].class.isAssignableFrom(value.getReturnType())) {
      return List.of();
    }
    return Arrays.asList((Annotation[]) value(annotation, value));
  }

  private static Constraint of(Annotation annotation) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> said = new ArrayList<>();
    for (Method each : sorted(annotation.annotationType())) {
      Object value = value(annotation, each);
      values.put(each.getName(), value instanceof Object[] many ? Arrays.asList(many) : value);
      if (!COMMON.contains(each.getName()) && !Objects.deepEquals(value, each.getDefaultValue())) {
        said.add(each.getName() + " = " + text(value));
      }
    }
    String name = annotation.annotationType().getSimpleName();
    String shown = said.isEmpty() ? "" : "(" + String.join(", ", said) + ")";
    if (said.size() == 1 && said.get(0).startsWith("value = ")) {
      shown = "(" + said.get(0).substring("value = ".length()) + ")";
    }
    return new Constraint(annotation.annotationType(), values, "@" + name + shown);
  }

  private static String text(Object value) {
    if (value instanceof String text) {
      return Letters.shown(text);
    }
    return value instanceof Object[] many
        ? Arrays.stream(many).map(Constraint::text).collect(Collectors.joining(", ", "{", "}"))
        : value instanceof Class<?> type ? type.getSimpleName() + ".class" : value.toString();
  }

  private static List<Method> sorted(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> each.getParameterCount() == 0 && !each.isSynthetic())
        .sorted(java.util.Comparator.comparing(Method::getName).reversed())
        .sorted(java.util.Comparator.comparing(each -> !each.getName().equals("min")))
        .toList();
  }

  private boolean isOfDefaultGroup() {
    Object groups = values.get("groups");
    return !(groups instanceof List<?> many)
        || many.isEmpty()
        || many.stream().anyMatch(each -> ((Class<?>) each).getName().equals(DEFAULT));
  }

  String name() {
    return type.getName();
  }

  Object value(String attribute) {
    return Objects.requireNonNull(values.get(attribute), attribute);
  }

  boolean is(String attribute) {
    return Boolean.TRUE.equals(values.get(attribute));
  }

  long number(String attribute) {
    return ((Number) value(attribute)).longValue();
  }

  /** Whether a class of its own decides it. */
  boolean isDecidedElsewhere() {
    Annotation mark = Objects.requireNonNull(meta(type, MARK));
    Object decided = attribute(mark, "validatedBy");
    return ((Object[]) decided).length > 0;
  }

  /** Whether all that it is composed of must hold. */
  boolean isAll() {
    Annotation composition = meta(type, COMPOSITION);
    return composition == null || attribute(composition, "value").toString().equals("AND");
  }

  /** What it is composed of, with the attributes that it gives to it. */
  List<Constraint> composing() {
    List<Constraint> composing = of(Arrays.asList(type.getAnnotations()));
    List<Constraint> overridden = new ArrayList<>();
    for (Constraint each : composing) {
      int index = (int) overridden.stream().filter(before -> before.type == each.type).count();
      Map<String, Object> attributes = new LinkedHashMap<>(each.values);
      for (Method own : sorted(type)) {
        for (Annotation override : overrides(own)) {
          if (attribute(override, "constraint") == each.type && isIndex(override, index)) {
            String name = (String) attribute(override, "name");
            attributes.put(name.isEmpty() ? own.getName() : name, value(own.getName()));
          }
        }
      }
      overridden.add(new Constraint(each.type, attributes, shown));
    }
    return overridden;
  }

  private static boolean isIndex(Annotation override, int index) {
    int asked = (Integer) attribute(override, "constraintIndex");
    return asked < 0 || asked == index;
  }

  private static List<Annotation> overrides(Method attribute) {
    List<Annotation> overrides = new ArrayList<>();
    for (Annotation each : attribute.getAnnotations()) {
      if (each.annotationType().getName().equals(OVERRIDES)) {
        overrides.add(each);
      } else {
        repeated(each).stream()
            .filter(one -> one.annotationType().getName().equals(OVERRIDES))
            .forEach(overrides::add);
      }
    }
    return overrides;
  }

  private static @Nullable Annotation meta(Class<?> type, String name) {
    for (Annotation each : type.getAnnotations()) {
      if (each.annotationType().getName().equals(name)) {
        return each;
      }
    }
    return null;
  }

  private static @Nullable Method find(Class<?> type, String name) {
    for (Method each : type.getDeclaredMethods()) {
      if (each.getName().equals(name) && each.getParameterCount() == 0) {
        return each;
      }
    }
    return null;
  }

  private static Object attribute(Annotation annotation, String name) {
    return value(annotation, Objects.requireNonNull(find(annotation.annotationType(), name)));
  }

  private static Object value(Annotation annotation, Method attribute) {
    try {
      attribute.setAccessible(true);
      return Objects.requireNonNull(attribute.invoke(annotation));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + attribute, e);
    }
  }
}
