package dev.tenon.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method or constructor with what it carries of Bean Validation, in one round.
 *
 * @param element the method or constructor
 * @param constraints what counts, in source order
 * @param behind what stands behind the element type of an array, and says nothing
 * @param unsupported what is of the vocabulary before Jakarta's
 */
record Constrained(
    ExecutableElement element,
    List<Placed> constraints,
    List<Behind> behind,
    List<Placed> unsupported) {

  /** Whether a type puts constraints that count on its operations. */
  static boolean isWithin(TypeElement type) {
    return ConstraintReader.read(null, type).stream().anyMatch(Constrained::counts);
  }

  /** Whether it has constraints that count: Bean Validation ignores static methods. */
  boolean counts() {
    return !constraints.isEmpty() && !Members.isStatic(element);
  }

  /**
   * A constraint behind the element type of an array.
   *
   * @param on the parameter or method
   * @param position of the array
   * @param name the simple name of the annotation
   * @param offset where it is written
   */
  record Behind(Element on, String position, String name, int offset) {}
}
