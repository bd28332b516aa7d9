package dev.tenon.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
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
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads what a holder is about, and compares its methods with the operations of its target. */
final class HolderReader {

  private final Toolbox toolbox;
  private final TypeElement holder;
  private final CompilationUnitTree unit;
  private final TreePath path;
  private final CharSequence source;
  private boolean resolved = true;

  HolderReader(Toolbox toolbox, TypeElement holder, TreePath path, CharSequence source) {
    this.toolbox = toolbox;
    this.holder = holder;
    this.path = path;
    this.unit = path.getCompilationUnit();
    this.source = source;
  }

  /** What the holder is about; null while that does not exist. */
  @Nullable Holding read() {
    Object value = Holders.value(holder);
    if (!(value instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR) {
      return null;
    }
    String refusal = refusal(type);
    if (!refusal.isEmpty() || !(type instanceof DeclaredType declared)) {
      return Holding.none(holder, new Complaint(placeOfTarget(), refusal));
    }
    TypeElement target = (TypeElement) declared.asElement();
    TypeMirror self = self(target);
    if (self == null) {
      return Holding.none(
          holder,
          new Complaint(
              placeOfTarget(),
              "the type parameters of "
                  + holder.getSimpleName()
                  + " differ from those of "
                  + target.getQualifiedName()
                  + ": repeat "
                  + parameters(target)
                  + ", or have none and repeat the erased types"));
    }
    Holding holding = compared(target, self);
    return resolved ? holding : null;
  }

  private String refusal(TypeMirror type) {
    if (Annotated.with(holder, ClauseAnnotations.SEAM)) {
      return "a holder is no seam, its target is: remove @Seam or @ContractFor";
    }
    TypeElement target =
        type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    String name = TypeNames.of(toolbox.types().erasure(type));
    if (target == null || target.getKind() != ElementKind.INTERFACE) {
      return "@ContractFor is about interfaces: " + name + " is none";
    }
    if (target.equals(holder) || Holders.isHolder(target)) {
      return name + " is a holder itself: name the interface that the clauses are about";
    }
    if (name.startsWith("java.")) {
      return name
          + " is of java.*: the JDK implements and calls it itself, where nothing can be checked";
    }
    if (target.getModifiers().contains(Modifier.SEALED)) {
      return name + " is sealed: nobody but who owns it implements it, so clauses belong there";
    }
    if (!new Reach(toolbox, holder).reaches(target)) {
      return name + " is not visible in this package; a clause sees what its holder's package sees";
    }
    return "";
  }

  /** The target with the holder's type parameters as arguments, or raw; null if neither fits. */
  private @Nullable TypeMirror self(TypeElement target) {
    List<? extends TypeParameterElement> own = holder.getTypeParameters();
    List<? extends TypeParameterElement> theirs = target.getTypeParameters();
    if (own.isEmpty()) {
      return toolbox.types().erasure(target.asType());
    }
    if (own.size() != theirs.size()) {
      return null;
    }
    TypeNames renamed = new TypeNames(renamed(theirs, own));
    for (int i = 0; i < own.size(); i++) {
      List<String> bounds = own.get(i).getBounds().stream().map(TypeNames::of).toList();
      if (!bounds.equals(theirs.get(i).getBounds().stream().map(renamed::name).toList())) {
        return null;
      }
    }
    return toolbox
        .types()
        .getDeclaredType(
            target, own.stream().map(TypeParameterElement::asType).toArray(TypeMirror[]::new));
  }

  private static Map<String, String> renamed(
      List<? extends TypeParameterElement> from, List<? extends TypeParameterElement> to) {
    Map<String, String> renamed = new HashMap<>();
    for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
      renamed.put(
          TypeNames.key((TypeVariable) from.get(i).asType()), to.get(i).getSimpleName().toString());
    }
    return renamed;
  }

  private static String parameters(TypeElement target) {
    return target.getTypeParameters().stream()
        .map(HolderReader::parameter)
        .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String parameter(TypeParameterElement parameter) {
    String bounds =
        parameter.getBounds().stream()
            .map(TypeNames::of)
            .filter(bound -> !bound.equals("java.lang.Object"))
            .collect(Collectors.joining(" & "));
    return parameter.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
  }

  private Holding compared(TypeElement target, TypeMirror self) {
    List<ExecutableElement> operations = operations(target);
    Set<Element> refused = new LinkedHashSet<>();
    List<Complaint> complaints = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(holder.getEnclosedElements())) {
      String refusal = Holders.isStatic(method) ? "" : refusal(method, target, self, operations);
      if (!refusal.isEmpty()) {
        refused.add(method);
        complaints.add(new Complaint(placeOf(method), refusal));
      }
    }
    return new Holding(target, self, refused, complaints);
  }

  /** The methods of the target that its suppliers have. */
  private List<ExecutableElement> operations(TypeElement target) {
    List<ExecutableElement> operations = new ArrayList<>();
    for (ExecutableElement each :
        ElementFilter.methodsIn(toolbox.elements().getAllMembers(target))) {
      Element owner = each.getEnclosingElement();
      if (!Holders.isStatic(each)
          && !each.getModifiers().contains(Modifier.PRIVATE)
          && owner instanceof TypeElement type
          && !type.getQualifiedName().contentEquals("java.lang.Object")) {
        operations.add(each);
      }
    }
    return operations;
  }

  private String refusal(
      ExecutableElement method,
      TypeElement target,
      TypeMirror self,
      List<ExecutableElement> operations) {
    String name = method.getSimpleName().toString();
    if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
      return "a holder is never implemented, so the body of '"
          + name
          + "' never runs: make it static, for clauses to call, or leave out the body";
    }
    List<ExecutableElement> named =
        operations.stream().filter(each -> each.getSimpleName().contentEquals(name)).toList();
    if (named.isEmpty()) {
      Set<String> names = new TreeSet<>();
      operations.forEach(each -> names.add(each.getSimpleName().toString()));
      return target.getQualifiedName()
          + " has no operation '"
          + name
          + "'"
          + Messages.didYouMean(name, names);
    }
    for (ExecutableElement operation : named) {
      ExecutableType type =
          (ExecutableType) toolbox.types().asMemberOf((DeclaredType) self, operation);
      if (toolbox.types().isSubsignature((ExecutableType) method.asType(), type)) {
        return refusalOfResult(method, operation, type, target);
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
            .map(each -> (ExecutableType) toolbox.types().asMemberOf((DeclaredType) self, each))
            .map(type -> name + parameters(type))
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private String refusalOfResult(
      ExecutableElement method,
      ExecutableElement operation,
      ExecutableType type,
      TypeElement target) {
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

  /** Where the annotation names the target. */
  private int placeOfTarget() {
    SourcePositions positions = toolbox.trees().getSourcePositions();
    for (AnnotationTree each : ((ClassTree) path.getLeaf()).getModifiers().getAnnotations()) {
      String name = each.getAnnotationType().toString();
      if (name.substring(name.lastIndexOf('.') + 1).equals("ContractFor")
          && !each.getArguments().isEmpty()) {
        ExpressionTree value = each.getArguments().get(0);
        Tree written = value instanceof AssignmentTree named ? named.getExpression() : value;
        return (int) positions.getStartPosition(unit, written);
      }
    }
    return (int) positions.getStartPosition(unit, path.getLeaf());
  }

  /** Where the name of a method stands. */
  private int placeOf(ExecutableElement method) {
    MethodTree tree = toolbox.trees().getTree(method);
    SourcePositions positions = toolbox.trees().getSourcePositions();
    int from = (int) positions.getEndPosition(unit, tree.getReturnType());
    String name = method.getSimpleName().toString();
    return Math.max(from, source.toString().indexOf(name, from));
  }
}
