package dev.tenon.testkit.domain;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands.
 *
 * @param name how it is called
 * @param typed its type
 * @param seen the annotations that a validator of the outermost object sees
 * @param unseen those that it does not
 * @param isMarked whether null is what has to be said
 * @param isCascaded whether the validator looks into it
 * @param nested the classes whose objects it is inside of, from the outermost
 * @param isTerse whether it has to be kept small, for it would not end
 */
record Place(
    String name,
    Typed typed,
    List<Annotation> seen,
    List<Annotation> unseen,
    boolean isMarked,
    boolean isCascaded,
    List<Class<?>> nested,
    boolean isTerse) {

  private static final String VALID = "jakarta.validation.Valid";
  private static final int DEEPEST = 5;
  private static final int SHALLOW = 3;

  static boolean isValid(List<Annotation> annotations) {
    return annotations.stream().anyMatch(each -> each.annotationType().getName().equals(VALID));
  }

  /** The annotations of the place and of its type; those of an array's type are its elements'. */
  List<Annotation> annotations() {
    List<Annotation> all = new ArrayList<>(seen);
    if (!typed.raw().isArray()) {
      all.addAll(typed.annotations());
    }
    return all.stream().distinct().toList();
  }

  List<Annotation> all() {
    List<Annotation> all = new ArrayList<>(annotations());
    all.addAll(unseen);
    if (typed.raw().isArray()) {
      all.addAll(typed.annotations());
    }
    return all;
  }

  boolean isNullable() {
    return Nullness.isNullable(typed.raw(), all(), isMarked);
  }

  /** An element, which is looked into also if that is said of the whole. */
  Place element(String what, Typed element) {
    boolean isInside = isCascaded || isValid(element.annotations());
    return new Place(
        name + what, element, List.of(), List.of(), isMarked, isInside, nested, isTerse);
  }

  /** A component of an array, whose constraints are those of the array. */
  Place component(Typed component) {
    List<java.lang.annotation.Annotation> nullness =
        component.annotations().stream()
            .filter(each -> !each.annotationType().getName().startsWith("jakarta.validation."))
            .toList();
    Typed bare = new Typed(component.type(), component.raw(), nullness, component.arguments());
    return element("[]", bare);
  }

  /** The same for another type, in the same place. */
  Place as(Typed other) {
    return new Place(name, other, seen, unseen, isMarked, isCascaded, nested, isTerse);
  }

  /** Inside of an object of its own type. */
  Place part(Part part) {
    List<Class<?>> deeper = new ArrayList<>(isBecomingTerse() ? List.of() : nested);
    deeper.add(typed.raw());
    List<Annotation> its = Part.annotations(part.places());
    boolean isPartOfMarked =
        Nullness.isMarked(part.places().isEmpty() ? part.beside() : part.places());
    return new Place(
        name + "." + part.name(),
        part.typed(),
        its,
        Part.annotations(part.beside()),
        isPartOfMarked,
        isValid(its) || isValid(part.typed().annotations()),
        deeper,
        isTerse || isBecomingTerse());
  }

  private boolean isBecomingTerse() {
    return !isTerse
        && (nested.size() >= DEEPEST
            || nested.stream().filter(each -> each == typed.raw()).count() > 1);
  }

  /** Whether an object that is made here is made as small as can be. */
  boolean isMadeTerse() {
    return isTerse || isBecomingTerse();
  }

  /** Whether it cannot be made since it needs one of itself. */
  boolean isEndless() {
    return isTerse && nested.contains(typed.raw());
  }

  boolean isShallow() {
    return !isMadeTerse() && nested.size() < SHALLOW;
  }
}
