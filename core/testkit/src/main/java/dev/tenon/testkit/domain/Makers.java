package dev.tenon.testkit.domain;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the way in which objects of a class are made: the most public, then the richest. */
final class Makers {

  private static final List<String> FACTORIES = List.of("of", "create", "from", "valueOf");

  private final Typed typed;
  private final Class<?> type;

  private Makers(Typed typed) {
    this.typed = typed;
    this.type = typed.raw();
  }

  /** The way; null if there is none. */
  static @Nullable Maker of(Typed typed) {
    Makers makers = new Makers(typed);
    return typed.raw().isRecord() ? makers.ofComponents() : makers.any();
  }

  private Maker ofComponents() {
    List<Part> parts = new ArrayList<>();
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Map<java.lang.reflect.TypeVariable<?>, Typed> variables = typed.variables(type);
    for (int i = 0; i < components.length; i++) {
      Typed its = Typed.of(components[i].getAnnotatedType(), variables);
      types[i] = components[i].getType();
      parts.add(Part.of(components[i].getName(), its, typed, List.of(components[i])));
    }
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      List<Part> all = new ArrayList<>();
      for (int i = 0; i < components.length; i++) {
        all.add(given(parts.get(i).name(), canonical.getParameters()[i]));
      }
      return new Maker(all, called(canonical, all));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("no canonical constructor of " + type, e);
    }
  }

  private @Nullable Maker any() {
    boolean isConcrete = !Modifier.isAbstract(type.getModifiers());
    Stream<java.util.function.Supplier<@Nullable Maker>> ways =
        Stream.of(
            () -> isConcrete ? ofConstructor(true, true) : null,
            () -> ofFactory(true),
            this::ofBuilder,
            () -> isConcrete ? ofSetters(true) : null,
            () -> isConcrete ? ofConstructor(true, false) : null,
            () -> ofFactory(false),
            () -> isConcrete ? ofConstructor(false, false) : null,
            () -> isConcrete ? ofSetters(false) : null,
            () -> isConcrete ? ofNothing() : null);
    return ways.map(java.util.function.Supplier::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Maker ofConstructor(boolean isPublic, boolean isNamed) {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(each -> Modifier.isPublic(each.getModifiers()) == isPublic)
        .filter(each -> !each.isSynthetic() && takesOthers(each))
        .filter(each -> !isNamed || Names.of(each, type) != null)
        .max(Comparator.comparingInt(Executable::getParameterCount))
        .map(this::of)
        .orElse(null);
  }

  private boolean takesOthers(Executable executable) {
    return executable.getParameterCount() > 0
        && !(executable.getParameterCount() == 1 && executable.getParameterTypes()[0] == type);
  }

  private @Nullable Maker ofFactory(boolean isNamed) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> FACTORIES.contains(each.getName()) && isFactory(each))
        .filter(each -> !isNamed || Names.of(each, type) != null)
        .min(
            Comparator.comparingInt((Method each) -> FACTORIES.indexOf(each.getName()))
                .thenComparing(each -> -each.getParameterCount())
                .thenComparing(Method::toString))
        .map(this::of)
        .orElse(null);
  }

  private boolean isFactory(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers())
        && type.isAssignableFrom(method.getReturnType())
        && takesOthers(method);
  }

  private Maker of(Executable executable) {
    List<String> names = Names.of(executable, type);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < executable.getParameterCount(); i++) {
      String name = names == null ? executable.getParameters()[i].getName() : names.get(i);
      parts.add(given(name, executable.getParameters()[i]));
    }
    return new Maker(parts, called(executable, parts));
  }

  private Part given(String name, Parameter parameter) {
    Typed its = Typed.of(parameter.getAnnotatedType(), typed.variables(type));
    return Part.of(name, its, typed, List.<AnnotatedElement>of(parameter));
  }

  private Maker.How called(Executable executable, List<Part> parts) {
    requireAccess(executable);
    return values -> {
      Object[] arguments = parts.stream().map(each -> values.get(each.name())).toArray();
      return executable instanceof Constructor<?> constructor
          ? constructor.newInstance(arguments)
          : Objects.requireNonNull(((Method) executable).invoke(null, arguments));
    };
  }

  private void requireAccess(Executable executable) {
    if (!executable.trySetAccessible()) {
      throw new NoValueException(
          "no access to "
              + executable
              + ": open its package to dev.tenon.testkit, or add to the suite  "
              + Missing.method(type));
    }
  }

  private @Nullable Maker ofBuilder() {
    Method builder = method(type, "builder");
    if (builder == null || !Modifier.isStatic(builder.getModifiers())) {
      return null;
    }
    Method build = method(builder.getReturnType(), "build");
    if (build == null || !type.isAssignableFrom(build.getReturnType())) {
      return null;
    }
    requireAccess(builder);
    requireAccess(build);
    Map<String, Method> setters = new LinkedHashMap<>();
    for (Method each : sorted(builder.getReturnType())) {
      if (each.getParameterCount() == 1
          && each.getReturnType().isAssignableFrom(builder.getReturnType())
          && each.getReturnType() != Object.class
          && each.getDeclaringClass() != Object.class
          && isPart(each)) {
        setters.putIfAbsent(Types.property(each.getName()), each);
      }
    }
    List<Part> parts = parts(setters);
    return new Maker(
        parts,
        values -> {
          Object made = Objects.requireNonNull(builder.invoke(null));
          for (Part each : parts) {
            Object next =
                Objects.requireNonNull(setters.get(each.name()))
                    .invoke(made, values.get(each.name()));
            made = next == null ? made : next;
          }
          return Objects.requireNonNull(build.invoke(made));
        });
  }

  /** A builder may have methods that set no property; if any does, those are left alone. */
  private boolean isPart(Method setter) {
    return !Modifier.isStatic(setter.getModifiers()) && !setter.isSynthetic();
  }

  private List<Part> parts(Map<String, Method> setters) {
    List<Part> parts = new ArrayList<>();
    setters.forEach((name, setter) -> parts.add(given(name, setter.getParameters()[0])));
    return parts;
  }

  private static @Nullable Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(each -> each.getName().equals(name) && each.getParameterCount() == 0)
        .findFirst()
        .or(
            () ->
                Arrays.stream(type.getDeclaredMethods())
                    .filter(each -> each.getName().equals(name) && each.getParameterCount() == 0)
                    .findFirst())
        .orElse(null);
  }

  /** In the order of the fields, which are in that of the source, then by name. */
  private static List<Method> sorted(Class<?> type) {
    List<String> fields = new ArrayList<>();
    Set<Method> methods = new HashSet<>(Arrays.asList(type.getMethods()));
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field each : at.getDeclaredFields()) {
        fields.add(each.getName());
      }
      methods.addAll(at == Object.class ? List.of() : Arrays.asList(at.getDeclaredMethods()));
    }
    return methods.stream()
        .filter(each -> !Modifier.isPrivate(each.getModifiers()))
        .sorted(
            Comparator.comparingInt((Method each) -> rank(fields, each))
                .thenComparing(Method::toString))
        .toList();
  }

  private static int rank(List<String> fields, Method method) {
    int at = fields.indexOf(Types.property(method.getName()));
    return at < 0 ? fields.size() : at;
  }

  private @Nullable Maker ofSetters(boolean isPublic) {
    Constructor<?> constructor = noArguments();
    if (constructor == null || Modifier.isPublic(constructor.getModifiers()) != isPublic) {
      return null;
    }
    Map<String, Method> setters = new LinkedHashMap<>();
    for (Method each : sorted(type)) {
      if (each.getName().startsWith("set")
          && !Types.property(each.getName()).equals(each.getName())
          && each.getParameterCount() == 1
          && isPart(each)
          && each.trySetAccessible()) {
        setters.putIfAbsent(Types.property(each.getName()), each);
      }
    }
    if (setters.isEmpty()) {
      return null;
    }
    requireAccess(constructor);
    List<Part> parts = parts(setters);
    return new Maker(
        parts,
        values -> {
          Object made = constructor.newInstance();
          for (Part each : parts) {
            Objects.requireNonNull(setters.get(each.name())).invoke(made, values.get(each.name()));
          }
          return made;
        });
  }

  private @Nullable Maker ofNothing() {
    Constructor<?> constructor = noArguments();
    return constructor == null ? null : new Maker(List.of(), called(constructor, List.of()));
  }

  private @Nullable Constructor<?> noArguments() {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(each -> each.getParameterCount() == 0)
        .findFirst()
        .orElse(null);
  }
}
