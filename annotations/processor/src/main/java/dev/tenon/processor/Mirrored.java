package dev.tenon.processor;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The operations of a target, with which the methods of a holder or view are compared. */
final class Mirrored {

  private final Toolbox toolbox;
  private final Mirror kind;
  private final TypeElement target;
  private final DeclaredType self;
  private final List<ExecutableElement> operations;
  private boolean resolved = true;

  /** The operations of a target; self is the target as the mirror sees it. */
  Mirrored(Toolbox toolbox, Mirror kind, TypeElement target, DeclaredType self) {
    this.toolbox = toolbox;
    this.kind = kind;
    this.target = target;
    this.self = self;
    this.operations = operations(toolbox, target);
  }

  /** What the mirror is about; null while another processor may still write a missing type. */
  @Nullable Subject read(TypeElement mirror, TreePath path, CharSequence source) {
    Set<Element> refused = new LinkedHashSet<>();
    List<Complaint> complaints = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(mirror.getEnclosedElements())) {
      String refusal = Members.isStatic(method) ? "" : refusal(method);
      if (!refusal.isEmpty()) {
        refused.add(method);
        complaints.add(new Complaint(placeOf(method, path, source.toString()), refusal));
      }
    }
    return resolved ? new Subject(target, self, refused, complaints) : null;
  }

  /** The methods of a type that its suppliers have. */
  private static List<ExecutableElement> operations(Toolbox toolbox, TypeElement target) {
    List<ExecutableElement> operations = new ArrayList<>();
    for (ExecutableElement each :
        ElementFilter.methodsIn(toolbox.elements().getAllMembers(target))) {
      Element owner = each.getEnclosingElement();
      if (!Members.isStatic(each)
          && !each.getModifiers().contains(Modifier.PRIVATE)
          && owner instanceof TypeElement type
          && !type.getQualifiedName().contentEquals("java.lang.Object")) {
        operations.add(each);
      }
    }
    return operations;
  }

  private String refusal(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
      return "a "
          + kind.word()
          + " is never implemented, so the body of '"
          + name
          + "' never runs: make it static, for clauses to call, or leave out the body";
    }
    List<ExecutableElement> named =
        operations.stream().filter(each -> each.getSimpleName().contentEquals(name)).toList();
    if (named.isEmpty()) {
      return isStatic(name)
          ? "'"
              + name
              + "' of "
              + target.getQualifiedName()
              + " is static: a "
              + kind.word()
              + " is about calls through an object"
          : target.getQualifiedName()
              + " has no operation '"
              + name
              + "'"
              + Messages.didYouMean(name, names());
    }
    for (ExecutableElement operation : named) {
      ExecutableType type = (ExecutableType) toolbox.types().asMemberOf(self, operation);
      if (toolbox.types().isSubsignature((ExecutableType) method.asType(), type)) {
        return refusalOfResult(method, operation, type);
      }
    }
    resolved &= isResolved(method, named);
    return "no operation '"
        + name
        + "' of "
        + target.getQualifiedName()
        + " takes "
        + parameters((ExecutableType) method.asType())
        + "; candidates: "
        + named.stream()
            .map(each -> (ExecutableType) toolbox.types().asMemberOf(self, each))
            .map(type -> name + parameters(type))
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private boolean isStatic(String name) {
    return ElementFilter.methodsIn(target.getEnclosedElements()).stream()
        .anyMatch(
            each ->
                each.getSimpleName().contentEquals(name)
                    && Members.isStatic(each)
                    && !each.getModifiers().contains(Modifier.PRIVATE));
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    operations.forEach(each -> names.add(each.getSimpleName().toString()));
    return names;
  }

  private String refusalOfResult(
      ExecutableElement method, ExecutableElement operation, ExecutableType type) {
    String returned = TypeNames.of(method.getReturnType());
    TypeNames names =
        new TypeNames(renamed(operation.getTypeParameters(), method.getTypeParameters()));
    String expected = names.name(type.getReturnType());
    if (returned.equals(expected)
        || returned.equals(TypeNames.of(toolbox.types().erasure(type.getReturnType())))) {
      return "";
    }
    resolved &= isResolved(method, List.of(operation));
    return "'"
        + method.getSimpleName()
        + "' of "
        + target.getQualifiedName()
        + " returns "
        + expected
        + ", not "
        + returned;
  }

  /** Another processor may still write a type that is missing. */
  private static boolean isResolved(ExecutableElement method, List<ExecutableElement> others) {
    TypeNames names = new TypeNames(Map.of());
    List<ExecutableElement> all = new ArrayList<>(others);
    all.add(method);
    for (ExecutableElement each : all) {
      names.name(each.getReturnType());
      each.getParameters().forEach(parameter -> names.name(parameter.asType()));
    }
    return names.isResolved();
  }

  private static String parameters(ExecutableType type) {
    return type.getParameterTypes().stream()
        .map(TypeNames::of)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The names that type parameters have on the other side. */
  static Map<String, String> renamed(
      List<? extends TypeParameterElement> from, List<? extends TypeParameterElement> to) {
    Map<String, String> renamed = new HashMap<>();
    for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
      renamed.put(
          TypeNames.key((TypeVariable) from.get(i).asType()), to.get(i).getSimpleName().toString());
    }
    return renamed;
  }

  /** Where the name of a method stands. */
  private int placeOf(ExecutableElement method, TreePath path, String source) {
    MethodTree tree = toolbox.trees().getTree(method);
    SourcePositions positions = toolbox.trees().getSourcePositions();
    int from = (int) positions.getEndPosition(path.getCompilationUnit(), tree.getReturnType());
    return Math.max(from, source.indexOf(method.getSimpleName().toString(), from));
  }
}
