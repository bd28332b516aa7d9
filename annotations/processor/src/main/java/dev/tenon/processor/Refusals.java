package dev.tenon.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Says what cannot bear clauses, and why. */
final class Refusals {

  private Refusals() {}

  /** Why the type cannot bear clauses at all; empty if it can. */
  static String of(TypeElement type) {
    return isSecret(type)
        ? "a private nested type cannot carry clauses: make "
            + type.getQualifiedName()
            + " package-private"
        : "";
  }

  /** Why a type's member, or the type, cannot bear its clauses; empty if it can. */
  static String of(TypeElement type, Bearer bearer) {
    Element element = bearer.element();
    String name = element.getSimpleName().toString();
    boolean isPrivate = element.getModifiers().contains(Modifier.PRIVATE);
    Mirror mirror = Mirror.of(type);
    return switch (bearer.form()) {
      case METHOD -> isPrivate ? "clauses on private methods are not supported: " + name : "";
      case STATIC_METHOD -> {
        if (isPrivate) {
          yield "clauses on private methods are not supported: " + name;
        }
        yield mirror != null
            ? "a static method of a "
                + mirror.word()
                + " is for clauses to call: it cannot carry clauses: "
                + name
            : "";
      }
      case CONSTRUCTOR -> ofConstructor(type, isPrivate);
      case TYPE -> ofType(type, mirror);
    };
  }

  private static String ofType(TypeElement type, @Nullable Mirror mirror) {
    if (mirror == Mirror.VIEW) {
      return "a view has no invariants, since nothing but its client's calls is checked: write"
          + " @Ensures on the operations";
    }
    return type.getKind() == ElementKind.ANNOTATION_TYPE
        ? "an annotation type cannot carry invariants: its objects are made by the JDK"
        : "";
  }

  private static String ofConstructor(TypeElement type, boolean isPrivate) {
    if (type.getKind() == ElementKind.ENUM) {
      return "a constructor of an enum cannot carry clauses: it takes hidden parameters; use"
          + " @Invariant on "
          + type.getQualifiedName();
    }
    boolean isInner =
        type.getNestingKind() == NestingKind.MEMBER
            && !type.getModifiers().contains(Modifier.STATIC);
    if (isInner) {
      return "a constructor of an inner class cannot carry clauses: it takes a hidden parameter;"
          + " make "
          + type.getQualifiedName()
          + " static";
    }
    return isPrivate
        ? "clauses on private constructors are not supported: put them on the method that calls it"
        : "";
  }

  private static boolean isSecret(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }
}
