package dev.tenon.cli.source;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the type parameters of its supertypes are in a seam. */
public final class TypeArguments {

  private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

  private final boolean isClosed;

  private TypeArguments(boolean isClosed) {
    this.isClosed = isClosed;
  }

  /** Those of a seam; what it leaves open stays open. */
  public static TypeArguments of(Class<?> seam) {
    TypeArguments found = new TypeArguments(false);
    found.collect(seam);
    return found;
  }

  /** The same with the bounds of what is open, for source in which nobody declares it. */
  public static TypeArguments closed(Class<?> seam) {
    TypeArguments found = new TypeArguments(true);
    found.collect(seam);
    return found;
  }

  private Type open(TypeVariable<?> variable) {
    Type bound = variable.getBounds()[0];
    Type erased =
        bound instanceof ParameterizedType parameterized ? parameterized.getRawType() : bound;
    return isClosed ? resolve(erased) : variable;
  }

  private void collect(Class<?> type) {
    for (Type each : type.getGenericInterfaces()) {
      if (each instanceof ParameterizedType parameterized
          && parameterized.getRawType() instanceof Class<?> raw) {
        TypeVariable<?>[] variables = raw.getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
          arguments.put(variables[i], resolve(parameterized.getActualTypeArguments()[i]));
        }
      }
    }
    for (Class<?> each : type.getInterfaces()) {
      collect(each);
    }
  }

  /** The type as it is in the seam; what stays open stays as it is. */
  public Type resolve(Type type) {
    if (type instanceof TypeVariable<?> variable) {
      Type argument = arguments.get(variable);
      return argument == null || argument == variable ? open(variable) : argument;
    }
    if (type instanceof GenericArrayType array) {
      return new Array(resolve(array.getGenericComponentType()));
    }
    if (type instanceof ParameterizedType parameterized) {
      return new Parameterized(
          parameterized.getRawType(), resolveAll(parameterized.getActualTypeArguments()));
    }
    return type instanceof WildcardType wildcard
        ? new Wildcard(resolveAll(wildcard.getUpperBounds()), resolveAll(wildcard.getLowerBounds()))
        : type;
  }

  private List<Type> resolveAll(Type[] types) {
    return Arrays.stream(types).map(this::resolve).toList();
  }

  private record Wildcard(List<Type> upper, List<Type> lower) implements WildcardType {

    @Override
    public Type[] getUpperBounds() {
      return upper.toArray(Type[]::new);
    }

    @Override
    public Type[] getLowerBounds() {
      return lower.toArray(Type[]::new);
    }
  }

  private record Array(Type getGenericComponentType) implements GenericArrayType {}

  private record Parameterized(Type raw, List<Type> inside) implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
      return inside.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return raw instanceof Class<?> type ? type.getDeclaringClass() : null;
    }
  }
}
