package dev.tenon.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what a holder or a view is about. */
final class MirrorReader {

  private final Toolbox toolbox;
  private final Mirror kind;
  private final TypeElement mirror;
  private final TreePath path;
  private final CharSequence source;

  MirrorReader(
      Toolbox toolbox, Mirror kind, TypeElement mirror, TreePath path, CharSequence source) {
    this.toolbox = toolbox;
    this.kind = kind;
    this.mirror = mirror;
    this.path = path;
    this.source = source;
  }

  /** What it is about; null while that does not exist. */
  @Nullable Subject read() {
    Object value = kind.target(mirror);
    if (!(value instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR) {
      return null;
    }
    String refusal = refusal(type);
    if (!refusal.isEmpty() || !(type instanceof DeclaredType declared)) {
      return Subject.none(mirror, new Complaint(placeOfTarget(), refusal));
    }
    TypeElement target = (TypeElement) declared.asElement();
    DeclaredType self = self(target);
    if (self == null) {
      return Subject.none(
          mirror,
          new Complaint(
              placeOfTarget(),
              "the type parameters of "
                  + mirror.getSimpleName()
                  + " differ from those of "
                  + target.getQualifiedName()
                  + ": repeat "
                  + parameters(target)
                  + ", or have none and repeat the erased types"));
    }
    return new Mirrored(toolbox, kind, target, self).read(mirror, path, source);
  }

  private String refusal(TypeMirror type) {
    if (Annotated.with(mirror, ClauseAnnotations.SEAM)) {
      return "a " + kind.word() + " is no seam, its target is: remove @Seam or " + kind.written();
    }
    if (kind != Mirror.VIEW && Annotated.with(mirror, Mirror.VIEW.annotation())) {
      return "a holder says what binds every supplier, a view what one client assumes: remove "
          + kind.written()
          + " or "
          + Mirror.VIEW.written();
    }
    TypeElement target =
        type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    String name = TypeNames.of(toolbox.types().erasure(type));
    if (target == null || target.getKind() != ElementKind.INTERFACE) {
      return kind.written() + " is about interfaces: " + name + " is none";
    }
    Mirror ofTarget = target.equals(mirror) ? kind : Mirror.of(target);
    if (ofTarget != null) {
      return name
          + " is a "
          + ofTarget.word()
          + " itself: name the interface that the clauses are about";
    }
    if (kind == Mirror.HOLDER && name.startsWith("java.")) {
      return name
          + " is of java.*: the JDK implements and calls it itself, where nothing can be checked";
    }
    if (kind == Mirror.HOLDER && target.getModifiers().contains(Modifier.SEALED)) {
      return name + " is sealed: nobody but who owns it implements it, so clauses belong there";
    }
    if (!new Reach(toolbox, mirror).reaches(target)) {
      return name
          + " is not visible in this package; a clause sees what its "
          + kind.word()
          + "'s package sees";
    }
    return "";
  }

  /** The target with the mirror's type parameters as arguments, or raw; null if neither fits. */
  private @Nullable DeclaredType self(TypeElement target) {
    List<? extends TypeParameterElement> own = mirror.getTypeParameters();
    List<? extends TypeParameterElement> theirs = target.getTypeParameters();
    if (own.isEmpty()) {
      return (DeclaredType) toolbox.types().erasure(target.asType());
    }
    if (own.size() != theirs.size()) {
      return null;
    }
    TypeNames renamed = new TypeNames(Mirrored.renamed(theirs, own));
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

  private static String parameters(TypeElement target) {
    return target.getTypeParameters().stream()
        .map(MirrorReader::parameter)
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

  /** Where the annotation names the target. */
  private int placeOfTarget() {
    CompilationUnitTree unit = path.getCompilationUnit();
    SourcePositions positions = toolbox.trees().getSourcePositions();
    for (AnnotationTree each : ((ClassTree) path.getLeaf()).getModifiers().getAnnotations()) {
      String name = each.getAnnotationType().toString();
      if (kind.annotation().endsWith("." + name.substring(name.lastIndexOf('.') + 1))
          && !each.getArguments().isEmpty()) {
        ExpressionTree value = each.getArguments().get(0);
        Tree written = value instanceof AssignmentTree named ? named.getExpression() : value;
        return (int) positions.getStartPosition(unit, written);
      }
    }
    return (int) positions.getStartPosition(unit, path.getLeaf());
  }
}
