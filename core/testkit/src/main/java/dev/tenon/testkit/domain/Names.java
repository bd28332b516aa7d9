package dev.tenon.testkit.domain;

import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of parameters, by which they are the properties of what is made. */
final class Names {

  private Names() {}

  /** All of them; null if some are unknown. */
  static @Nullable List<String> of(Executable executable, Class<?> type) {
    List<String> declared = declared(executable);
    if (declared != null && declared.size() == executable.getParameterCount()) {
      return declared;
    }
    Parameter[] parameters = executable.getParameters();
    if (Arrays.stream(parameters).allMatch(Parameter::isNamePresent)) {
      return Arrays.stream(parameters).map(Parameter::getName).toList();
    }
    List<String> byOrder = byOrder(parameters, type);
    return byOrder == null ? byType(parameters, type) : byOrder;
  }

  /** Those of the fields, if they have the same types in the same order. */
  private static @Nullable List<String> byOrder(Parameter[] parameters, Class<?> type) {
    List<Field> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(each -> !Modifier.isStatic(each.getModifiers()) && !each.isSynthetic())
            .toList();
    boolean isSame =
        Arrays.stream(parameters)
            .map(Parameter::getType)
            .toList()
            .equals(fields.stream().map(Field::getType).toList());
    return isSame ? fields.stream().map(Field::getName).toList() : null;
  }

  private static @Nullable List<String> byType(Parameter[] parameters, Class<?> type) {
    List<String> byType = new ArrayList<>();
    for (Parameter each : parameters) {
      List<String> fields = fields(type, each.getType());
      if (fields.size() != 1) {
        return null;
      }
      byType.addAll(fields);
    }
    return new HashSet<>(byType).size() == byType.size() ? byType : null;
  }

  private static List<String> fields(Class<?> owner, Class<?> type) {
    return Arrays.stream(owner.getDeclaredFields())
        .filter(each -> !Modifier.isStatic(each.getModifiers()) && each.getType() == type)
        .map(Field::getName)
        .toList();
  }

  /** By name, since the module of the annotation may be absent. */
  private static @Nullable List<String> declared(Executable executable) {
    for (Annotation each : executable.getAnnotations()) {
      if (each.annotationType().getName().equals("java.beans.ConstructorProperties")) {
        try {
          return Arrays.asList((String[]) each.annotationType().getMethod("value").invoke(each));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("cannot read " + each, e);
        }
      }
    }
    return null;
  }
}
