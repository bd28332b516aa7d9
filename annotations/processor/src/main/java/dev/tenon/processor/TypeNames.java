package dev.tenon.processor;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Writes types as Java source with full names, annotations left out.
 *
 * <p>{@code TypeMirror.toString()} differs between compilers and shows type annotations.
 */
final class TypeNames {

  private static final int DEEPEST = 12;

  private final Map<String, String> renamed;
  private final Function<TypeElement, String> elements;
  private boolean denotable = true;
  private boolean resolved = true;

  /** Names types; a variable of the declaring type that a method's hides has another name. */
  TypeNames(Map<String, String> renamed) {
    this(renamed, type -> type.getQualifiedName().toString());
  }

  /** The same, with other names of declared types. */
  TypeNames(Map<String, String> renamed, Function<TypeElement, String> elements) {
    this.renamed = Map.copyOf(renamed);
    this.elements = elements;
  }

  static String of(TypeMirror type) {
    return new TypeNames(Map.of()).name(type);
  }

  /** Whether all types named so far can be written in source without loss. */
  boolean isDenotable() {
    return denotable;
  }

  /** Whether all types named so far exist. */
  boolean isResolved() {
    return resolved;
  }

  String name(TypeMirror type) {
    return type.accept(new Names(), 0);
  }

  /** The key of a type variable in the map of renamed ones. */
  static String key(TypeVariable variable) {
    return variable.asElement().getEnclosingElement() + "#" + variable.asElement().getSimpleName();
  }

  private final class Names extends SimpleTypeVisitor14<String, Integer> {

    @Override
    public String visitPrimitive(PrimitiveType type, Integer depth) {
      return type.getKind().name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String visitNoType(NoType type, Integer depth) {
      return type.getKind() == TypeKind.VOID ? "void" : "";
    }

    @Override
    public String visitNull(NullType type, Integer depth) {
      denotable = false;
      return "java.lang.Object";
    }

    @Override
    public String visitArray(ArrayType type, Integer depth) {
      return type.getComponentType().accept(this, depth) + "[]";
    }

    @Override
    public String visitError(ErrorType type, Integer depth) {
      denotable = false;
      resolved = false;
      return type.asElement().getSimpleName().toString();
    }

    @Override
    public String visitDeclared(DeclaredType type, Integer depth) {
      TypeElement element = (TypeElement) type.asElement();
      if (element.getSimpleName().toString().isEmpty()) {
        denotable = false;
        List<? extends TypeMirror> interfaces = element.getInterfaces();
        return (interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0))
            .accept(this, depth);
      }
      String name =
          type.getEnclosingType() instanceof DeclaredType outer
                  && !outer.getTypeArguments().isEmpty()
              ? outer.accept(this, depth) + "." + element.getSimpleName()
              : elements.apply(element);
      if (type.getTypeArguments().isEmpty()) {
        return name;
      }
      if (depth > DEEPEST) {
        denotable = false;
        return name;
      }
      return type.getTypeArguments().stream()
          .map(argument -> argument(argument, depth + 1))
          .collect(Collectors.joining(", ", name + "<", ">"));
    }

    private String argument(TypeMirror argument, int depth) {
      if (argument instanceof TypeVariable variable && isCaptured(variable)) {
        denotable = false;
        return "? extends " + variable.getUpperBound().accept(this, depth);
      }
      if (argument instanceof IntersectionType intersection) {
        denotable = false;
        return "? extends " + intersection.getBounds().get(0).accept(this, depth);
      }
      if (argument.getKind() == TypeKind.NULL) {
        denotable = false;
        return "?";
      }
      return argument.accept(this, depth);
    }

    @Override
    public String visitTypeVariable(TypeVariable type, Integer depth) {
      if (isCaptured(type)) {
        denotable = false;
        return depth > DEEPEST ? "java.lang.Object" : type.getUpperBound().accept(this, depth + 1);
      }
      return renamed.getOrDefault(key(type), type.asElement().getSimpleName().toString());
    }

    @Override
    public String visitWildcard(WildcardType type, Integer depth) {
      TypeMirror upper = type.getExtendsBound();
      TypeMirror lower = type.getSuperBound();
      if (upper != null) {
        return "? extends " + upper.accept(this, depth);
      }
      return lower == null ? "?" : "? super " + lower.accept(this, depth);
    }

    @Override
    public String visitIntersection(IntersectionType type, Integer depth) {
      denotable = false;
      return type.getBounds().get(0).accept(this, depth);
    }

    private boolean isCaptured(TypeVariable type) {
      return !SourceVersion.isIdentifier(type.asElement().getSimpleName());
    }
  }
}
