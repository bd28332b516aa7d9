package dev.tenon.testkit.domain;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type without variables, with the annotations at each place of it.
 *
 * @param type as it was declared
 * @param raw the erased type
 * @param annotations those of the type itself
 * @param arguments its arguments; the component of an array
 */
record Typed(Type type, Class<?> raw, List<Annotation> annotations, List<Typed> arguments) {

  private static final Typed STRING = new Typed(String.class, String.class, List.of(), List.of());

  static Typed of(AnnotatedType type, Map<TypeVariable<?>, Typed> variables) {
    List<Annotation> annotations = Arrays.asList(type.getAnnotations());
    if (type instanceof AnnotatedParameterizedType generic) {
      List<Typed> arguments = new ArrayList<>();
      for (AnnotatedType each : generic.getAnnotatedActualTypeArguments()) {
        arguments.add(of(each, variables));
      }
      Type raw = ((ParameterizedType) type.getType()).getRawType();
      return new Typed(type.getType(), (Class<?>) raw, annotations, arguments);
    }
    if (type instanceof AnnotatedArrayType array) {
      Typed component = of(array.getAnnotatedGenericComponentType(), variables);
      return new Typed(type.getType(), component.raw.arrayType(), annotations, List.of(component));
    }
    if (type instanceof AnnotatedTypeVariable variable) {
      Typed known = variables.get((TypeVariable<?>) type.getType());
      Typed bound =
          known == null ? of(variable.getAnnotatedBounds()[0].getType(), Map.of()) : known;
      return bound.with(annotations);
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
      AnnotatedType bound = lower.length > 0 ? lower[0] : wildcard.getAnnotatedUpperBounds()[0];
      return of(bound, variables).with(annotations);
    }
    return of(type.getType(), variables).with(annotations);
  }

  static Typed of(Type type, Map<TypeVariable<?>, Typed> variables) {
    if (type instanceof ParameterizedType generic) {
      List<Typed> arguments = new ArrayList<>();
      for (Type each : generic.getActualTypeArguments()) {
        arguments.add(of(each, variables));
      }
      return new Typed(type, (Class<?>) generic.getRawType(), List.of(), arguments);
    }
    if (type instanceof GenericArrayType array) {
      Typed component = of(array.getGenericComponentType(), variables);
      return new Typed(type, component.raw.arrayType(), List.of(), List.of(component));
    }
    if (type instanceof TypeVariable<?> variable) {
      Typed known = variables.get(variable);
      return known == null ? erased(variable.getBounds()[0]) : known;
    }
    if (type instanceof WildcardType wildcard) {
      Type[] lower = wildcard.getLowerBounds();
      return of(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0], variables);
    }
    Class<?> raw = (Class<?>) type;
    return raw.isArray()
        ? new Typed(raw, raw, List.of(), List.of(of(raw.getComponentType(), variables)))
        : new Typed(raw, raw, List.of(), List.of());
  }

  /** A bound may mention its own variable: its arguments are left open. */
  private static Typed erased(Type bound) {
    if (bound instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      return raw == Comparable.class ? STRING : new Typed(raw, raw, List.of(), List.of());
    }
    return of(bound, Map.of());
  }

  Typed with(List<Annotation> more) {
    Set<Annotation> all = new LinkedHashSet<>(annotations);
    all.addAll(more);
    return new Typed(type, raw, List.copyOf(all), arguments);
  }

  /** The same with the annotations that the same type has at another place. */
  Typed and(Typed other) {
    if (raw != other.raw || arguments.size() != other.arguments.size()) {
      return this;
    }
    List<Typed> both = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      both.add(arguments.get(i).and(other.arguments.get(i)));
    }
    return new Typed(type, raw, with(other.annotations).annotations, both);
  }

  /** What the variables of its class, or of one above it, stand for. */
  Map<TypeVariable<?>, Typed> variables(Class<?> declaring) {
    Map<TypeVariable<?>, Typed> found = find(declaring);
    return found == null ? Map.of() : found;
  }

  private @Nullable Map<TypeVariable<?>, Typed> find(Class<?> declaring) {
    Map<TypeVariable<?>, Typed> own = own();
    if (raw == declaring) {
      return own;
    }
    List<AnnotatedType> above = new ArrayList<>(Arrays.asList(raw.getAnnotatedInterfaces()));
    AnnotatedType superclass = raw.getAnnotatedSuperclass();
    if (superclass != null) {
      above.add(0, superclass);
    }
    for (AnnotatedType each : above) {
      Typed typed = of(each, own);
      if (declaring.isAssignableFrom(typed.raw)) {
        return typed.find(declaring);
      }
    }
    return null;
  }

  private Map<TypeVariable<?>, Typed> own() {
    Map<TypeVariable<?>, Typed> own = new HashMap<>();
    TypeVariable<?>[] names = raw.getTypeParameters();
    for (int i = 0; i < names.length && i < arguments.size(); i++) {
      own.put(names[i], arguments.get(i));
    }
    return own;
  }

  /** What one argument of a class above it stands for; text where that is open. */
  Typed argument(Class<?> declaring, int index) {
    Typed known = variables(declaring).get(declaring.getTypeParameters()[index]);
    return known == null ? STRING : known;
  }

  /** A class below it, with its arguments as far as this type says them. */
  Typed below(Class<?> subclass) {
    List<Typed> open = new ArrayList<>();
    for (TypeVariable<?> each : subclass.getTypeParameters()) {
      open.add(standsFor(subclass, each));
    }
    return new Typed(subclass, subclass, annotations, open);
  }

  private Typed standsFor(Class<?> subclass, TypeVariable<?> variable) {
    List<Type> above = new ArrayList<>(Arrays.asList(subclass.getGenericInterfaces()));
    Type superclass = subclass.getGenericSuperclass();
    if (superclass != null) {
      above.add(superclass);
    }
    for (Type each : above) {
      if (each instanceof ParameterizedType generic && generic.getRawType() == raw) {
        int index = Arrays.asList(generic.getActualTypeArguments()).indexOf(variable);
        if (index >= 0 && index < arguments.size()) {
          return arguments.get(index);
        }
      }
    }
    return of(variable, Map.of());
  }
}
