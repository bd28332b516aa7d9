package dev.tenon.cli.source;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Types as Java source. */
public final class TypeText {

  private TypeText() {}

  /** With simple names; nested types with those around them. */
  public static String simple(Type type) {
    return text(
        type,
        named -> {
          String name = canonical(named);
          String inside = named.getPackageName();
          return inside.isEmpty() || named.isPrimitive()
              ? name
              : name.substring(inside.length() + 1);
        });
  }

  /** With full names. */
  public static String full(Type type) {
    return text(type, TypeText::canonical);
  }

  private static String canonical(Class<?> type) {
    return type.getName().replace('$', '.');
  }

  /** With names as somebody gives them; arrays and type arguments are written around these. */
  public static String text(Type type, Function<Class<?>, String> names) {
    if (type instanceof Class<?> plain) {
      return plain.isArray() ? text(plain.getComponentType(), names) + "[]" : names.apply(plain);
    }
    if (type instanceof GenericArrayType array) {
      return text(array.getGenericComponentType(), names) + "[]";
    }
    if (type instanceof ParameterizedType parameterized) {
      return text(parameterized.getRawType(), names)
          + Arrays.stream(parameterized.getActualTypeArguments())
              .map(each -> text(each, names))
              .collect(Collectors.joining(", ", "<", ">"));
    }
    return type instanceof WildcardType wildcard ? wildcard(wildcard, names) : type.getTypeName();
  }

  private static String wildcard(WildcardType wildcard, Function<Class<?>, String> names) {
    if (wildcard.getLowerBounds().length > 0) {
      return "? super " + text(wildcard.getLowerBounds()[0], names);
    }
    Type upper = wildcard.getUpperBounds()[0];
    return upper == Object.class ? "?" : "? extends " + text(upper, names);
  }
}
