package dev.tenon.processor;

import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** How the value of one argument of {@code old} is kept, by its static type. */
enum Snapshot {
  /** Its values never change. */
  REFERENCE,
  /** A copy of the array. */
  ARRAY,
  /** A copy of the collection or map, with its equality and comparator. */
  COPY,
  /** A reference to what may change: the old value is an alias of the new one. */
  ALIAS;

  private static final Set<String> COPIED =
      Set.of(
          "java.util.List",
          "java.util.Set",
          "java.util.SortedSet",
          "java.util.Map",
          "java.util.SortedMap",
          "java.util.Collection");

  static Snapshot of(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return ARRAY;
    }
    if (Immutables.isImmutable(type)) {
      return REFERENCE;
    }
    boolean copied =
        type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && COPIED.contains(element.getQualifiedName().toString());
    return copied ? COPY : ALIAS;
  }
}
