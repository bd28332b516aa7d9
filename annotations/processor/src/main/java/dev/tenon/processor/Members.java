package dev.tenon.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** The members of a type as a clause can call them. */
final class Members {

  private final Toolbox toolbox;
  private final Map<TypeElement, Map<String, List<ExecutableElement>>> named = new HashMap<>();

  Members(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** All members of a type; none of primitives and arrays. */
  Set<Element> of(@Nullable TypeMirror type) {
    Set<Element> members = new LinkedHashSet<>();
    if (type instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      for (Element member : toolbox.elements().getAllMembers(element)) {
        if (!(member instanceof ExecutableElement method) || isMemberOf(method, element)) {
          members.add(member);
        }
      }
    } else if (type instanceof TypeVariable variable) {
      members.addAll(of(variable.getUpperBound()));
    } else if (type instanceof IntersectionType intersection) {
      intersection.getBounds().forEach(bound -> members.addAll(of(bound)));
    }
    return members;
  }

  /** Whether a member belongs to its type rather than to an object. */
  static boolean isStatic(Element member) {
    return member.getModifiers().contains(Modifier.STATIC);
  }

  /** The methods of a name. */
  List<ExecutableElement> methods(@Nullable TypeMirror type, String name) {
    if (type instanceof DeclaredType declared) {
      return named
          .computeIfAbsent((TypeElement) declared.asElement(), owner -> byName(owner.asType()))
          .getOrDefault(name, List.of());
    }
    return byName(type).getOrDefault(name, List.of());
  }

  private Map<String, List<ExecutableElement>> byName(@Nullable TypeMirror type) {
    Map<String, List<ExecutableElement>> methods = new HashMap<>();
    for (Element member : of(type)) {
      if (member instanceof ExecutableElement method) {
        methods
            .computeIfAbsent(method.getSimpleName().toString(), name -> new ArrayList<>())
            .add(method);
      }
    }
    return methods;
  }

  /** The methods of a name that take so many arguments. */
  List<ExecutableElement> methods(@Nullable TypeMirror type, String name, int arity) {
    return methods(type, name).stream().filter(method -> takes(method, arity)).toList();
  }

  static boolean takes(ExecutableElement method, int arity) {
    int count = method.getParameters().size();
    return method.isVarArgs() ? arity >= count - 1 : arity == count;
  }

  /** Static methods of interfaces are not inherited. */
  static boolean isMemberOf(ExecutableElement method, TypeElement type) {
    return !method.getModifiers().contains(Modifier.STATIC)
        || type.equals(method.getEnclosingElement())
        || !(method.getEnclosingElement() instanceof TypeElement owner)
        || !owner.getKind().isInterface();
  }
}
