package dev.tenon.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * What the clauses of a type are about, in one round.
 *
 * @param target the type that they are about: the type itself, or a holder's target
 * @param self the target with type parameters of the type as arguments
 * @param refused the methods that mirror nothing
 * @param complaints what is wrong
 */
record Holding(
    TypeElement target,
    TypeMirror self,
    Set<ExecutableElement> refused,
    List<Complaint> complaints) {

  /** A type whose clauses are about itself. */
  static Holding itself(TypeElement type) {
    return new Holding(type, type.asType(), Set.of(), List.of());
  }

  /** A holder without a target that can be checked. */
  static Holding none(TypeElement holder, Complaint complaint) {
    return new Holding(
        holder,
        holder.asType(),
        Set.copyOf(ElementFilter.methodsIn(holder.getEnclosedElements())),
        List.of(complaint));
  }
}
