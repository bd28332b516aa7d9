package dev.tenon.processor;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells references that {@code ==} can compare (JLS 15.21.3): one may be cast to the other. */
final class Comparables {

  private Comparables() {}

  static boolean of(Toolbox toolbox, @Nullable TypeMirror left, @Nullable TypeMirror right) {
    if (!(left instanceof DeclaredType one)
        || !(right instanceof DeclaredType other)
        || !(one.asElement() instanceof TypeElement a)
        || !(other.asElement() instanceof TypeElement b)) {
      return true;
    }
    TypeMirror erased = toolbox.types().erasure(left);
    TypeMirror otherErased = toolbox.types().erasure(right);
    return toolbox.types().isSubtype(erased, otherErased)
        || toolbox.types().isSubtype(otherErased, erased)
        || mayMeet(a, b);
  }

  /** Whether some class can be both: one is an interface and the other is not final. */
  private static boolean mayMeet(TypeElement a, TypeElement b) {
    return (isInterface(a) && !isFinal(b)) || (isInterface(b) && !isFinal(a));
  }

  private static boolean isInterface(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE || type.getKind() == ElementKind.ANNOTATION_TYPE;
  }

  private static boolean isFinal(TypeElement type) {
    return type.getModifiers().contains(Modifier.FINAL);
  }
}
