package dev.tenon.processor;

import javax.lang.model.element.Element;

/** Looks for an annotation by name, so that the annotation's class need not be loaded. */
final class Annotated {

  private Annotated() {}

  static boolean with(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> ClauseAnnotations.nameOf(mirror).equals(annotation));
  }
}
