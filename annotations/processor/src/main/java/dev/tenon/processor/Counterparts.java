package dev.tenon.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;

/** Which methods of a view mirror an operation of its target, or of a supertype of that. */
final class Counterparts {

  private final Toolbox toolbox;
  private final Subject subject;
  private final List<ExecutableElement> methods;

  Counterparts(Toolbox toolbox, TypeElement view, Subject subject) {
    this.toolbox = toolbox;
    this.subject = subject;
    this.methods =
        ElementFilter.methodsIn(view.getEnclosedElements()).stream()
            .filter(each -> !Members.isStatic(each))
            .toList();
  }

  /** What the view is about. */
  TypeElement target() {
    return subject.target();
  }

  /** The methods of the view for an operation; one at most, unless the operation is overloaded. */
  List<ExecutableElement> of(ExecutableElement operation) {
    List<ExecutableElement> found = new ArrayList<>();
    if (Members.isStatic(operation) || operation.getModifiers().contains(Modifier.PRIVATE)) {
      return found;
    }
    for (ExecutableElement each : methods) {
      if (each.getSimpleName().equals(operation.getSimpleName())
          && subject.self() instanceof DeclaredType self
          && toolbox.types().asMemberOf(self, operation) instanceof ExecutableType type
          && toolbox.types().isSubsignature((ExecutableType) each.asType(), type)) {
        found.add(each);
      }
    }
    return found;
  }
}
