package dev.tenon.internal.declaration;

import dev.tenon.contract.Pure;
import dev.tenon.model.Operation;
import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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

  private final Class<?> owner;
  private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

  private Overriding(Class<?> subtype, Class<?> owner) {
    this.owner = owner;
    substitute(subtype);
  }

  /**
   * The view from a type on what it inherits.
   *
   * @param subtype the type whose methods are asked about
   * @param owner the type that declares these methods: this type or a supertype of it
   * @return the view
   */
  public static Overriding in(Class<?> subtype, Class<?> owner) {
    return new Overriding(subtype, owner);
  }

  /**
   * The type that declares a method which a class has or inherits.
   *
   * @param type a class or interface
   * @param method the name of the method
   * @param erased its erased type
   * @return the nearest superclass that declares it, else an interface that does, else the type
   *     itself
   */
  public static Class<?> owner(Class<?> type, String method, MethodType erased) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (declaredMethod(at, method, erased.parameterArray()) != null) {
        return at;
      }
    }
    Class<?> found = type;
    for (Class<?> each : Declarations.supertypes(type)) {
      Method declared =
          each.isInterface() ? declaredMethod(each, method, erased.parameterArray()) : null;
      // The last is the most special.
      found = declared != null && declared.isDefault() ? each : found;
    }
    return found;
  }

  /**
   * The type that declares a method which is called through a type, with or without code.
   *
   * @param type the static type of the call
   * @param method the name of the method
   * @param erased its erased type
   * @return the most special of the type and its supertypes that declares it; the type itself where
   *     none does
   */
  public static Class<?> declaring(Class<?> type, String method, MethodType erased) {
    Class<?> found = type;
    for (Class<?> each : Declarations.supertypes(type)) {
      // The last is the most special.
      found = declaredMethod(each, method, erased.parameterArray()) != null ? each : found;
    }
    return found;
  }

  /**
   * The type that declares a method with its type arguments still open.
   *
   * @param method a method of an interface
   * @return its own type; for a bridge the nearest above that declares what it stands for
   */
  public static Class<?> stating(Method method) {
    Class<?> found = method.getDeclaringClass();
    if (method.isBridge()) {
      for (Class<?> each : Declarations.supertypes(method.getDeclaringClass())) {
        Method declared = declaredMethod(each, method.getName(), method.getParameterTypes());
        // The last is the most special.
        found = declared != null && !declared.isBridge() ? each : found;
      }
    }
    return found;
  }

  /**
   * The type that holds the code of a method which a class has or inherits. Bridges are none: a
   * class may have one for a body that it inherits, or beside an override of another result.
   *
   * @param type a class or interface
   * @param method the name of the method
   * @param erased its erased type, that of the result included
   * @return the nearest superclass that has such code, else an interface that does, else what
   *     {@link #owner} gives
   */
  public static Class<?> holder(Class<?> type, String method, MethodType erased) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (!at.isInterface() && holds(at, method, erased)) {
        return at;
      }
    }
    Class<?> found = null;
    for (Class<?> each : Declarations.supertypes(type)) {
      // The last is the most special.
      found = each.isInterface() && holds(each, method, erased) ? each : found;
    }
    return found == null ? owner(type, method, erased) : found;
  }

  /**
   * Whether a class declares a static method.
   *
   * @param type a class or interface
   * @param method the name of the method
   * @param erased its erased type
   * @return false also when it declares no such method
   */
  public static boolean isStatic(Class<?> type, String method, MethodType erased) {
    Method declared = declaredMethod(type, method, erased.parameterArray());
    return declared != null && Modifier.isStatic(declared.getModifiers());
  }

  private static boolean holds(Class<?> type, String name, MethodType erased) {
    try {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name)
            && !method.isBridge()
            && !Modifier.isAbstract(method.getModifiers())
            && method.getReturnType() == erased.returnType()
            && Arrays.equals(method.getParameterTypes(), erased.parameterArray())) {
          return true;
        }
      }
    } catch (LinkageError unreadable) {
      return false;
    }
    return false;
  }

  /**
   * Whether a method implements an operation.
   *
   * @param declaring the type that declares the operation
   * @param operation the operation
   * @param method the name of the method
   * @param erased its erased type
   * @return true if it implements the operation
   */
  public boolean implementsOperation(
      Class<?> declaring, Operation operation, String method, MethodType erased) {
    return operation.name().equals(method)
        && implementsMethod(
            declaring,
            MethodType.fromMethodDescriptorString(
                    operation.descriptor(), declaring.getClassLoader())
                .parameterArray(),
            method,
            erased);
  }

  /**
   * Whether a method implements another one.
   *
   * @param declaring the type that declares the other
   * @param operation the other
   * @param method the name of the method
   * @param erased its erased type
   * @return true if it implements or overrides the other, or is the same
   */
  public boolean implementsMethod(
      Class<?> declaring, Method operation, String method, MethodType erased) {
    return operation.getName().equals(method)
        && implementsMethod(declaring, operation.getParameterTypes(), method, erased);
  }

  /**
   * Whether a method is said to change nothing, by itself or by one that it implements.
   *
   * @param type the class of the receivers
   * @param method the name of the method
   * @param erased its erased type
   * @return true if it or what it overrides is {@link Pure}
   */
  public boolean isPure(Class<?> type, String method, MethodType erased) {
    for (Class<?> supertype : Declarations.supertypes(type)) {
      try {
        for (Method declared : supertype.getDeclaredMethods()) {
          if (declared.isAnnotationPresent(Pure.class)
              && implementsMethod(supertype, declared, method, erased)) {
            return true;
          }
        }
      } catch (LinkageError unreadable) {
        // What it says of its methods nobody can know.
      }
    }
    return false;
  }

  private boolean implementsMethod(
      Class<?> declaring, Class<?>[] declared, String method, MethodType erased) {
    Class<?>[] parameters = erased.parameterArray();
    if (Arrays.equals(parameters, declared)) {
      return true;
    }
    return parameters.length == declared.length
        && Arrays.equals(
            substituted(owner, method, parameters), substituted(declaring, method, declared));
  }

  /** The erased parameters after the type arguments are put in. */
  private Class<?>[] substituted(Class<?> declaring, String method, Class<?>[] parameters) {
    Method generic = declaredMethod(declaring, method, parameters);
    if (generic == null) {
      return parameters;
    }
    Type[] types = generic.getGenericParameterTypes();
    Class<?>[] erased = new Class<?>[types.length];
    for (int i = 0; i < types.length; i++) {
      erased[i] = erase(types[i]);
    }
    return erased;
  }

  private static @Nullable Method declaredMethod(
      Class<?> declaring, String name, Class<?>[] parameters) {
    try {
      return declaring.getDeclaredMethod(name, parameters);
    } catch (NoSuchMethodException | LinkageError e) {
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
