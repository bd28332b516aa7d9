package dev.tenon.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/**
 * Refuses clauses on record components: the compiler hands them on to the implicit accessor, which
 * nobody would check.
 */
final class ImplicitAccessors {

  private ImplicitAccessors() {}

  static List<Complaint> refused(Toolbox toolbox, TypeElement type, CompilationUnitTree unit) {
    List<Complaint> complaints = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      boolean implicit = toolbox.trees().getTree(component.getAccessor()) == null;
      if (implicit && ClauseAnnotations.isOn(component.getAccessor())) {
        complaints.add(
            new Complaint(
                start(toolbox, type, component, unit),
                "clauses on the record component '"
                    + component.getSimpleName()
                    + "' are never checked: write @Invariant on "
                    + type.getQualifiedName()
                    + ", or the accessor itself with its clauses"));
      }
    }
    return complaints;
  }

  /** Where the component stands, or the type. */
  private static int start(
      Toolbox toolbox,
      TypeElement type,
      RecordComponentElement component,
      CompilationUnitTree unit) {
    Tree tree =
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind().isField())
            .filter(member -> member.getSimpleName().equals(component.getSimpleName()))
            .map(member -> toolbox.trees().getTree(member))
            .findFirst()
            .orElse(toolbox.trees().getTree(type));
    return (int) toolbox.trees().getSourcePositions().getStartPosition(unit, tree);
  }
}
