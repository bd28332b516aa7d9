package dev.tenon.testkit.domain;

import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part by which an object is made.
 *
 * @param name its name
 * @param typed its type
 * @param places where its constraints stand, as a validator of the object sees them
 * @param beside where more of them stand: the parameter by which it is given
 * @param reader what reads it again; null for none
 */
record Part(
    String name,
    Typed typed,
    List<AnnotatedElement> places,
    List<AnnotatedElement> beside,
    @Nullable Member reader) {

  /** That of an owner, with whatever is named like it there. */
  static Part of(String name, Typed typed, Typed owner, List<AnnotatedElement> beside) {
    List<AnnotatedElement> places = new ArrayList<>();
    Member reader = null;
    Typed all = typed;
    for (Class<?> at = owner.raw(); at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field each : at.getDeclaredFields()) {
        if (each.getName().equals(name) && !Modifier.isStatic(each.getModifiers())) {
          places.add(each);
          all = all.and(Typed.of(each.getAnnotatedType(), owner.variables(at)));
          reader = reader == null ? each : reader;
        }
      }
      for (Method each : at.getDeclaredMethods()) {
        if (isAccessor(each, name, owner.raw().isRecord())) {
          places.add(each);
          all = all.and(Typed.of(each.getAnnotatedReturnType(), owner.variables(at)));
          reader = reader instanceof Method ? reader : each;
        }
      }
    }
    return new Part(name, all, places, beside, reader);
  }

  private static boolean isAccessor(Method method, String name, boolean isRecord) {
    boolean isNamed =
        method.getName().equals(name)
            || (!isRecord
                && (method.getName().startsWith("get") || method.getName().startsWith("is"))
                && Types.property(method.getName()).equals(name));
    return isNamed
        && method.getParameterCount() == 0
        && method.getReturnType() != void.class
        && !method.isSynthetic()
        && !Modifier.isStatic(method.getModifiers());
  }

  static List<Annotation> annotations(List<? extends AnnotatedElement> places) {
    return places.stream()
        .flatMap(each -> Arrays.stream(each.getAnnotations()))
        .distinct()
        .toList();
  }

  boolean isReadable() {
    return reader instanceof AccessibleObject accessible && accessible.trySetAccessible();
  }

  @Nullable Object read(Object owner) {
    try {
      return reader instanceof Method method
          ? method.invoke(owner)
          : reader instanceof Field field ? field.get(owner) : null;
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new NoValueException("cannot read " + name + " of " + owner.getClass() + ": " + e);
    }
  }
}
