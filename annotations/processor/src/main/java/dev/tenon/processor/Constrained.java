package dev.tenon.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

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
