package dev.tenon.internal.declaration;

import dev.tenon.model.Operation;
import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which operations of a declaration a method of a subtype implements (JLS 8.4.8.1): same name, and
 * the same parameter types after the type arguments on the way are put in.
 */
public final class Overriding {

  private final Class<?> subtype;
  private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

  private Overriding(Class<?> subtype) {
    this.subtype = subtype;
    substitute(subtype);
  }

  /**
   * The view from a type on what it inherits.
   *
   * @param subtype the type whose methods are asked about
   * @return the view
   */
  public static Overriding in(Class<?> subtype) {
    return new Overriding(subtype);
  }

  /**
   * Whether a method of this type implements an operation.
   *
   * @param declaring the type that declares the operation: this type or a supertype of it
   * @param operation the operation
   * @param method the name of the method
   * @param descriptor its erased descriptor
   * @return true if it implements the operation
   */
  public boolean implementsOperation(
      Class<?> declaring, Operation operation, String method, String descriptor) {
    return implementsOperation(
        declaring, operation, method, parameters(descriptor, subtype.getClassLoader()));
  }

  /**
   * Whether a method that this type declares or inherits is an operation of a declaration.
   *
   * @param declaring the type that declares the operation: this type or a supertype of it
   * @param operation the operation
   * @param inherited a method of this type or of a supertype
   * @return true if one method implements both
   */
  public boolean isOperation(Class<?> declaring, Operation operation, Method inherited) {
    Type[] generic = inherited.getGenericParameterTypes();
    Class<?>[] here = new Class<?>[generic.length];
    for (int i = 0; i < here.length; i++) {
      here[i] = erase(generic[i]);
    }
    return implementsOperation(declaring, operation, inherited.getName(), here);
  }

  private boolean implementsOperation(
      Class<?> declaring, Operation operation, String method, Class<?>[] parameters) {
    if (!operation.name().equals(method)) {
      return false;
    }
    Class<?>[] declared = parameters(operation.descriptor(), declaring.getClassLoader());
    if (Arrays.equals(parameters, declared)) {
      return true;
    }
    if (parameters.length != declared.length) {
      return false;
    }
    Method generic = declaredMethod(declaring, method, declared);
    if (generic == null) {
      return false;
    }
    Type[] types = generic.getGenericParameterTypes();
    for (int i = 0; i < parameters.length; i++) {
      if (erase(types[i]) != parameters[i]) {
        return false;
      }
    }
    return true;
  }

  private static Class<?>[] parameters(String descriptor, @Nullable ClassLoader loader) {
    return MethodType.fromMethodDescriptorString(descriptor, loader).parameterArray();
  }

  private static @Nullable Method declaredMethod(
      Class<?> declaring, String name, Class<?>[] parameters) {
    try {
      return declaring.getDeclaredMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private void substitute(Class<?> type) {
    Type superclass = type.getGenericSuperclass();
    if (superclass != null) {
      enter(superclass);
    }
    for (Type parent : type.getGenericInterfaces()) {
      enter(parent);
    }
  }

  private void enter(Type supertype) {
    if (supertype instanceof ParameterizedType parameterized) {
      Class<?> raw = (Class<?>) parameterized.getRawType();
      TypeVariable<?>[] variables = raw.getTypeParameters();
      Type[] actual = parameterized.getActualTypeArguments();
      for (int i = 0; i < variables.length; i++) {
        arguments.put(variables[i], actual[i]);
      }
      substitute(raw);
    } else {
      substitute((Class<?>) supertype);
    }
  }

  private Class<?> erase(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (type instanceof GenericArrayType array) {
      return erase(array.getGenericComponentType()).arrayType();
    }
    if (type instanceof TypeVariable<?> variable) {
      Type argument = arguments.get(variable);
      return erase(argument != null ? argument : variable.getBounds()[0]);
    }
    return Object.class;
  }
}
