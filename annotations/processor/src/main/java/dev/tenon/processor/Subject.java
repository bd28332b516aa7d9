package dev.tenon.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * What the clauses of a type are about, in one round.
 *
 * @param target the type that they are about: the type itself, or the target of a holder or view
 * @param self the target with type parameters of the type as arguments
 * @param refused what mirrors nothing: methods, or the type with its invariants
 * @param complaints what is wrong
 */
record Subject(
    TypeElement target, TypeMirror self, Set<Element> refused, List<Complaint> complaints) {

  /** A type whose clauses are about itself. */
  static Subject itself(TypeElement type) {
    return new Subject(type, type.asType(), Set.of(), List.of());
  }

  /** A holder or view without a target that can be checked. */
  static Subject none(TypeElement type, Complaint complaint) {
    Set<Element> all = new HashSet<>(type.getEnclosedElements());
    all.add(type);
    return new Subject(type, type.asType(), Set.copyOf(all), List.of(complaint));
  }
}
