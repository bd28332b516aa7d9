package dev.tenon.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Tells which types a companion can name: public ones, and those of its own package. */
final class Reach {

  private final Toolbox toolbox;
  private final PackageElement home;

  Reach(Toolbox toolbox, TypeElement declaring) {
    this.toolbox = toolbox;
    this.home = toolbox.elements().getPackageOf(declaring);
  }

  boolean reaches(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      return reaches(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() == null || reaches(wildcard.getExtendsBound()))
          && (wildcard.getSuperBound() == null || reaches(wildcard.getSuperBound()));
    }
    if (!(type instanceof DeclaredType declared)) {
      return true;
    }
    return reaches(declared.asElement())
        && declared.getTypeArguments().stream().allMatch(this::reaches);
  }

  /** Whether a member of a reachable type, or a type, can be named. */
  boolean reaches(Element element) {
    if (!(element instanceof TypeElement)) {
      boolean same = home.equals(toolbox.elements().getPackageOf(element));
      return same
          ? !element.getModifiers().contains(Modifier.PRIVATE)
          : element.getModifiers().contains(Modifier.PUBLIC);
    }
    boolean same = toolbox.elements().getPackageOf(element).equals(home);
    for (Element at = element; at instanceof TypeElement; at = at.getEnclosingElement()) {
      boolean visible =
          same
              ? !at.getModifiers().contains(Modifier.PRIVATE)
              : at.getModifiers().contains(Modifier.PUBLIC);
      if (!visible) {
        return false;
      }
    }
    return true;
  }
}
