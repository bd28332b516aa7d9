package dev.tenon.processor;

import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Knows the types whose values never change. */
final class Immutables {

  private static final Set<String> VALUES =
      Set.of(
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.util.UUID",
          "java.util.Currency",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble");

  private static final Set<String> OTHERS =
      Set.of(
          "java.lang.Class",
          "java.net.URI",
          "java.util.Locale",
          "java.util.regex.Pattern",
          "java.math.MathContext");

  private Immutables() {}

  /** Whether it is a primitive or a value type of the JDK, whose methods cross no seam. */
  static boolean isValue(@Nullable TypeMirror type) {
    if (type == null) {
      return false;
    }
    return type.getKind().isPrimitive()
        || (type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && isValueName(element));
  }

  private static boolean isValueName(TypeElement element) {
    String name = element.getQualifiedName().toString();
    boolean time =
        name.startsWith("java.time.")
            && !name.substring("java.time.".length()).contains(".")
            && element.getModifiers().contains(Modifier.FINAL);
    return VALUES.contains(name) || time || (name.startsWith("java.time.") && isEnum(element));
  }

  private static boolean isEnum(TypeElement element) {
    return element.getKind() == ElementKind.ENUM;
  }

  /** Whether values of the static type never change, so that old values need no copy. */
  static boolean isImmutable(TypeMirror type) {
    return isImmutable(type, 0);
  }

  private static boolean isImmutable(TypeMirror type, int depth) {
    if (isValue(type)) {
      return true;
    }
    if (depth > 8
        || !(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return false;
    }
    String name = element.getQualifiedName().toString();
    if (isEnum(element) || OTHERS.contains(name)) {
      return true;
    }
    if (name.equals("java.util.Optional")) {
      return !declared.getTypeArguments().isEmpty()
          && isImmutable(declared.getTypeArguments().get(0), depth + 1);
    }
    if (element.getKind() != ElementKind.RECORD) {
      return false;
    }
    for (RecordComponentElement component : element.getRecordComponents()) {
      if (!isImmutable(component.asType(), depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
