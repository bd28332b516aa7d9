package dev.tenon.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method, constructor or type that bears clauses, in one round.
 *
 * @param element the element
 * @param form what it is
 * @param path its place
 * @param modifiers where its annotations stand
 */
record Bearer(Element element, Form form, TreePath path, ModifiersTree modifiers) {

  /** All of a type, in source order; the type itself comes last. */
  static List<Bearer> of(Toolbox toolbox, TypeElement type, TreePath path) {
    List<Bearer> bearers = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement executable && ClauseAnnotations.isOn(member)) {
        MethodTree tree = toolbox.trees().getTree(executable);
        if (tree != null) {
          TreePath place = new TreePath(path, tree);
          bearers.add(new Bearer(member, formOf(executable), place, tree.getModifiers()));
        }
      }
    }
    if (ClauseAnnotations.isOn(type)) {
      bearers.add(new Bearer(type, Form.TYPE, path, ((ClassTree) path.getLeaf()).getModifiers()));
    }
    return bearers;
  }

  private static Form formOf(ExecutableElement member) {
    if (member.getKind() == ElementKind.CONSTRUCTOR) {
      return Form.CONSTRUCTOR;
    }
    return Members.isStatic(member) ? Form.STATIC_METHOD : Form.METHOD;
  }
}
