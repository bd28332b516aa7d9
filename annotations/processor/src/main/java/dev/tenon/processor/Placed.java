package dev.tenon.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A constraint where it stands, in one round.
 *
 * @param on the parameter, method or constructor
 * @param root the number of the parameter, {@link #RESULT} or {@link #CROSS}
 * @param position as reports and manifests write it
 * @param type of the value
 * @param annotation the constraint
 * @param offset where it is written; less than 1 when it is not in the source
 */
record Placed(
    Element on,
    int root,
    String position,
    TypeMirror type,
    AnnotationMirror annotation,
    int offset) {

  /** The root of what is said of the result. */
  static final int RESULT = -1;

  /** The root of what is said of all parameters together. */
  static final int CROSS = -2;

  boolean isOfParameters() {
    return root != RESULT;
  }

  /** The way from the parameter or result inwards; empty for itself. */
  String way() {
    int end = position.indexOf('.');
    return end < 0 ? "" : position.substring(end);
  }
}
