package dev.tenon.cli.ghostwriter;

import dev.tenon.cli.source.TypeArguments;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values of one place: a parameter, or what is in one.
 *
 * @param type their type as it is in the seam
 * @param limits what is known of them
 * @param inside the values in them, for each type argument or for the elements of an array
 */
record Values(Type type, Limits limits, List<Values> inside) {

  static Values of(Type type) {
    List<Values> inside = new ArrayList<>();
    if (type instanceof ParameterizedType parameterized) {
      for (Type each : parameterized.getActualTypeArguments()) {
        inside.add(of(each instanceof WildcardType wild ? wild.getUpperBounds()[0] : each));
      }
    } else if (type instanceof GenericArrayType array) {
      inside.add(of(array.getGenericComponentType()));
    } else if (type instanceof Class<?> plain && plain.isArray()) {
      inside.add(of(plain.getComponentType()));
    }
    return new Values(type, new Limits(), inside);
  }

  /** Narrows the values of a parameter to the constraints of all declarations of its method. */
  void constrain(Class<?> seam, Method method, int index, TypeArguments arguments, String name) {
    for (Class<?> type : supertypes(seam)) {
      for (Method each : type.getDeclaredMethods()) {
        if (isSame(each, method, arguments) && !each.isSynthetic()) {
          Parameter parameter = each.getParameters()[index];
          new ConstraintReading(limits, name).read(parameter.getAnnotations());
          constrainInside(parameter.getAnnotatedType(), name);
        }
      }
    }
  }

  private void constrainInside(AnnotatedType written, String name) {
    AnnotatedType[] each =
        written instanceof AnnotatedParameterizedType parameterized
            ? parameterized.getAnnotatedActualTypeArguments()
            : written instanceof AnnotatedArrayType array
                ? new AnnotatedType[] {array.getAnnotatedGenericComponentType()}
                : new AnnotatedType[0];
    // Before an array type an annotation is also that of its elements, and says nothing of them.
    boolean isRead = !(written instanceof AnnotatedArrayType);
    for (int i = 0; i < Math.min(each.length, inside.size()); i++) {
      if (isRead) {
        new ConstraintReading(inside.get(i).limits, "in " + name).read(each[i].getAnnotations());
      }
      inside.get(i).constrainInside(each[i], name);
    }
  }

  private static List<Class<?>> supertypes(Class<?> type) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> each : type.getInterfaces()) {
      found.addAll(supertypes(each));
    }
    found.add(type);
    return found.stream().distinct().toList();
  }

  private static boolean isSame(Method one, Method other, TypeArguments arguments) {
    return one.getName().equals(other.getName())
        && one.getParameterCount() == other.getParameterCount()
        && erased(one, arguments).equals(erased(other, arguments));
  }

  private static List<Class<?>> erased(Method method, TypeArguments arguments) {
    List<Class<?>> erased = new ArrayList<>();
    Type[] generic = method.getGenericParameterTypes();
    for (int i = 0; i < generic.length; i++) {
      Type resolved = arguments.resolve(generic[i]);
      erased.add(resolved instanceof Class<?> plain ? plain : method.getParameterTypes()[i]);
    }
    return erased;
  }

  /** The same with another size, and nothing else that is known of them. */
  Values ofSize(String size) {
    Limits other = new Limits();
    other.sizeFrom(Bound.of(Long.parseLong(size), ""));
    other.sizeUpTo(Bound.of(Long.parseLong(size), ""));
    return new Values(type, other, inside);
  }

  /** Its class; of an open type parameter the bound. */
  static Class<?> erased(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    return type instanceof ParameterizedType parameterized
            && parameterized.getRawType() instanceof Class<?> raw
        ? raw
        : Object.class;
  }

  @Override
  public String toString() {
    return type.getTypeName() + Arrays.toString(inside.toArray());
  }
}
