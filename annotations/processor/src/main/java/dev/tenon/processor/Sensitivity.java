package dev.tenon.processor;

import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells whose values no report may show. */
final class Sensitivity {

  private static final String SENSITIVE = "dev.tenon.contract.Sensitive";

  private Sensitivity() {}

  static boolean isMarked(Element element) {
    return Annotated.with(element, SENSITIVE);
  }

  static boolean isMarked(@Nullable TypeMirror type) {
    return type instanceof DeclaredType declared && isMarked(declared.asElement());
  }
}
