package dev.tenon.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Tells holders, whose clauses are about another interface, from other types. */
final class Holders {

  static final String ANNOTATION = "dev.tenon.contract.ContractFor";

  private Holders() {}

  static boolean isHolder(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && Annotated.with(type, ANNOTATION);
  }

  static boolean hasClauses(TypeElement type) {
    return ClauseAnnotations.isOn(type)
        || type.getEnclosedElements().stream().anyMatch(ClauseAnnotations::isOn);
  }

  /** What stands in the annotation: a type, or text for one that does not exist; null for none. */
  static @Nullable Object value(TypeElement holder) {
    for (AnnotationMirror mirror : holder.getAnnotationMirrors()) {
      if (ClauseAnnotations.nameOf(mirror).equals(ANNOTATION)) {
        for (AnnotationValue value : mirror.getElementValues().values()) {
          return value.getValue();
        }
      }
    }
    return null;
  }

  /** The members of a holder that need no instance of it: there is none. */
  static List<Element> membersForClauses(List<? extends Element> members) {
    List<Element> found = new ArrayList<>();
    for (Element member : members) {
      if (!(member instanceof ExecutableElement) || isStatic(member)) {
        found.add(member);
      }
    }
    return found;
  }

  static boolean isStatic(Element member) {
    return member.getModifiers().contains(Modifier.STATIC);
  }
}
