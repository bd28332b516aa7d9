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
 * @param target the type that they are about: the type itself, or a holder's target
 * @param self the target with type parameters of the type as arguments
 * @param refused what mirrors nothing: methods, or the type with its invariants
 * @param complaints what is wrong
 */
record Holding(
    TypeElement target, TypeMirror self, Set<Element> refused, List<Complaint> complaints) {

  /** A type whose clauses are about itself. */
  static Holding itself(TypeElement type) {
    return new Holding(type, type.asType(), Set.of(), List.of());
  }

  /** A holder without a target that can be checked. */
  static Holding none(TypeElement holder, Complaint complaint) {
    Set<Element> all = new HashSet<>(holder.getEnclosedElements());
    all.add(holder);
    return new Holding(holder, holder.asType(), Set.copyOf(all), List.of(complaint));
  }
}
