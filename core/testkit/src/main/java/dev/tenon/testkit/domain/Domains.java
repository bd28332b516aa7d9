package dev.tenon.testkit.domain;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Gives the domain of a place, from its type and the constraints that stand there.
 *
 * <p>Constraints of Jakarta Bean Validation are read by their names. What stands on the fields, the
 * getters and the constructor of an object is obeyed when one is made, whether or not
 * {@code @Valid} says so. A value may be null unless it is primitive, an {@code Optional}, or an
 * annotation or a {@code @NullMarked} around it says otherwise.
 *
 * <p>Immutable; threads may share it.
 */
public final class Domains {

  private final Kinds kinds;

  private Domains(Kinds kinds) {
    this.kinds = kinds;
  }

  /** With no generators but our own, and the clock of the system. */
  public static Domains standard() {
    return of(Map.of(), Clock.system(ZoneId.systemDefault()), Joint.APART);
  }

  /**
   * With generators of the user's own.
   *
   * @param provided by the type of what they give: the exact one, else the erased one
   * @param clock says what is past and what is to come
   * @param joint draws the parts of an object
   */
  public static Domains of(Map<Type, Arbitrary<?>> provided, Clock clock, Joint joint) {
    return new Domains(new Kinds(Map.copyOf(provided), new Moments(clock), joint));
  }

  /**
   * The domain of a place.
   *
   * @param type its type, with the constraints inside of it
   * @param places where its constraints stand: the parameter in the seam and in the types above it;
   *     the method for a result
   * @param name how it is called in messages
   * @throws EmptyDomainException if the constraints leave nothing
   * @throws NoValueException if there is no way to make such a value
   */
  public Domain of(AnnotatedType type, List<? extends AnnotatedElement> places, String name) {
    return of(type, Map.of(), places, name);
  }

  /**
   * The domain of a place whose type has variables.
   *
   * @param type its type, with the constraints inside of it
   * @param variables what they stand for
   * @param places where its constraints stand
   * @param name how it is called in messages
   * @throws EmptyDomainException if the constraints leave nothing
   * @throws NoValueException if there is no way to make such a value
   */
  public Domain of(
      AnnotatedType type,
      Map<TypeVariable<?>, Type> variables,
      List<? extends AnnotatedElement> places,
      String name) {
    Map<TypeVariable<?>, Typed> known = new HashMap<>();
    variables.forEach((each, its) -> known.put(each, Typed.of(its, Map.of())));
    Typed typed = Typed.of(type, known);
    for (AnnotatedElement each : places) {
      AnnotatedType another = type(each);
      typed = another == null ? typed : typed.and(Typed.of(another, known));
    }
    return domain(typed, places, name);
  }

  /**
   * The domain of a type without constraints of its own.
   *
   * @param type the type
   * @param name how it is called in messages
   * @throws NoValueException if there is no way to make such a value
   */
  public Domain of(Type type, String name) {
    return domain(Typed.of(type, Map.of()), List.of(), name);
  }

  private Domain domain(Typed typed, List<? extends AnnotatedElement> places, String name) {
    List<Annotation> annotations = Part.annotations(places);
    boolean isCascaded = Place.isValid(annotations) || Place.isValid(typed.annotations());
    return kinds.domain(
        new Place(
            name,
            typed,
            annotations,
            List.of(),
            Nullness.isMarked(places),
            isCascaded,
            List.of(),
            false));
  }

  private static @Nullable AnnotatedType type(AnnotatedElement place) {
    if (place instanceof Parameter parameter) {
      return parameter.getAnnotatedType();
    }
    if (place instanceof Method method) {
      return method.getAnnotatedReturnType();
    }
    if (place instanceof Field field) {
      return field.getAnnotatedType();
    }
    return place instanceof RecordComponent component ? component.getAnnotatedType() : null;
  }
}
