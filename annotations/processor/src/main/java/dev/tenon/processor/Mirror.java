package dev.tenon.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The interfaces whose methods mirror those of another, their target, which they speak about. */
enum Mirror {
  /** Its clauses count as if the target had declared them. */
  HOLDER("dev.tenon.contract.ContractFor"),

  /** Its clauses, and constraints, say what one client of the target assumes. */
  VIEW("dev.tenon.contract.Assumes");

  /** The annotations of all. */
  private final String annotation;

  Mirror(String annotation) {
    this.annotation = annotation;
  }

  /** What a type is; null if it speaks about itself. */
  static @Nullable Mirror of(TypeElement type) {
    if (type.getKind() == ElementKind.INTERFACE) {
      for (Mirror each : values()) {
        if (Annotated.with(type, each.annotation)) {
          return each;
        }
      }
    }
    return null;
  }

  /** Whether a type speaks about another. */
  static boolean isOne(TypeElement type) {
    return of(type) != null;
  }

  /** The full name of the annotation that makes a type one. */
  String annotation() {
    return annotation;
  }

  /** The annotation as messages name it. */
  String written() {
    return "@" + annotation.substring(annotation.lastIndexOf('.') + 1);
  }

  /** What messages call such a type. */
  String word() {
    return this == HOLDER ? "holder" : "view";
  }

  /** Whether a type checks anything. */
  boolean says(TypeElement type) {
    return ClauseAnnotations.isWithin(type) || (this == VIEW && Constrained.isWithin(type));
  }

  /** What stands in the annotation: a type, or text for one that does not exist; null for none. */
  @Nullable Object target(TypeElement type) {
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (ClauseAnnotations.nameOf(mirror).equals(annotation)) {
        for (AnnotationValue value : mirror.getElementValues().values()) {
          return value.getValue();
        }
      }
    }
    return null;
  }

  /** The members that need no instance of the type: there is none. */
  static List<Element> membersForClauses(List<? extends Element> members) {
    List<Element> found = new ArrayList<>();
    for (Element member : members) {
      if (!(member instanceof ExecutableElement) || Members.isStatic(member)) {
        found.add(member);
      }
    }
    return found;
  }
}
