package dev.tenon.cli.ghostwriter;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which types have values that can be written down. */
final class Writable {

  private static final Map<Class<?>, Class<?>> PRIMITIVES =
      Map.of(
          Byte.class, byte.class,
          Short.class, short.class,
          Integer.class, int.class,
          Long.class, long.class,
          Float.class, float.class,
          Double.class, double.class,
          Boolean.class, boolean.class,
          Character.class, char.class);
  private static final Set<Class<?>> SIMPLE =
      Set.of(
          byte.class,
          short.class,
          int.class,
          long.class,
          float.class,
          double.class,
          boolean.class,
          char.class,
          BigInteger.class,
          BigDecimal.class,
          String.class,
          CharSequence.class);
  private static final Set<Class<?>> CONTAINERS =
      Set.of(List.class, Collection.class, Iterable.class, Set.class, Optional.class, Map.class);

  private Writable() {}

  /** The primitive type of a boxed one; any other type itself, as a class. */
  static Class<?> primitive(Type type) {
    Class<?> erased = Values.erased(type);
    return PRIMITIVES.getOrDefault(erased, erased);
  }

  static boolean isNumber(Type type) {
    Class<?> of = primitive(type);
    return SIMPLE.contains(of) && !isText(of) && of != boolean.class && of != char.class;
  }

  static boolean isText(Class<?> type) {
    return type == String.class || type == CharSequence.class;
  }

  /** Whether it has a length or size that can be given. */
  static boolean hasSize(Type type) {
    Class<?> of = Values.erased(type);
    boolean isContainer = CONTAINERS.contains(of) && of != Optional.class && of != Iterable.class;
    return isText(of) || isContainer || isArray(type);
  }

  static boolean isArray(Type type) {
    return type instanceof Class<?> plain && plain.isArray();
  }

  /** Whether all of it can be written, as far as its constraints are understood too. */
  static boolean is(Values values) {
    Class<?> type = primitive(values.type());
    if (!values.limits().isUnderstood() || !arePatternsWritten(values.limits())) {
      return false;
    }
    boolean isSimple = SIMPLE.contains(type) || type.isEnum();
    boolean isContainer = CONTAINERS.contains(type) && !values.inside().isEmpty();
    return (isSimple || isContainer || isArray(values.type()))
        && values.inside().stream().allMatch(Writable::is);
  }

  private static boolean arePatternsWritten(Limits limits) {
    return limits.patterns().isEmpty()
        || (limits.patterns().size() == 1 && PatternParts.of(limits.patterns().get(0)).isPresent());
  }
}
